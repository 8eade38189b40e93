// Nudge: Which text was the second signature made of? You need something from the first edit for it.
// Idea: Walk from the first edit on, and keep the signature of the edit before in a variable, which begins with 0. At
//   the first edit whose signature does not fit, you know the answer.
// Almost: `guard isSigned("\(before)|\(text)", signature) else { return place }`, then `before = signature`.

import Chapter03

public func genuineEdits(_ texts: [String], signatures: [Int]) throws -> Int {
    var before = 0
    for (place, (text, signature)) in zip(texts, signatures).enumerated() {
        guard isSigned("\(before)|\(text)", signature) else { return place }
        before = signature
    }
    return texts.count
}
