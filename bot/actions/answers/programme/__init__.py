"""The programme for promoters (推介官): its ways, hours, targets and certificates."""
