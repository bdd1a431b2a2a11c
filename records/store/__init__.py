"""Every query of the project, one module per noun; each function takes the transaction first."""
