// Nudge: All four parts have the same form: told of, gone through, told of as over. Write that form once.
// Idea: A function `during` gets a phase, the two names and a body. In a `do` it tells the first name and runs the
//   body; a `Cancel` of this phase is caught there. After the `do` it tells the second name.
// Almost: `func during(_ phase: Phase, _ name: String, _ body: () throws -> Void) throws`. Catch with `catch let cancel
//   as Cancel where cancel.phase == phase {}`. What is told after that is not caught here: that part is over.

import Training

public func fit(
    epochs: Int, train: Int, valid: Int, tell: (_ event: String) throws -> Void
) throws {
    func during(_ phase: Phase, _ name: String, _ body: () throws -> Void) throws {
        do {
            try tell("before\(name)")
            try body()
        } catch let cancel as Cancel where cancel.phase == phase {}
        try tell("after\(name)")
    }
    try during(.fit, "Fit") {
        for _ in 0..<epochs {
            for (batches, isTraining) in [(train, true), (valid, false)] {
                try during(.epoch, "Epoch") {
                    for _ in 0..<batches {
                        try during(.batch, "Batch") { if isTraining { try during(.step, "Step") {} } }
                    }
                }
            }
        }
    }
}
