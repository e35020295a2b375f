// Cadre
