module dateline.example/health

go 1.19
