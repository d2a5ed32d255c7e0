module dateline.example/load

go 1.19
