import ArgumentParser

struct Parse: ParsableCommand {
}
