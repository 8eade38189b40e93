// Nudge: Which step has to be undone first?
// Idea: The last one. Go through the steps from the end: take off what was added, divide by what was multiplied.
// Almost: For each `step` of `steps.reversed()`, with `let number = Int(step.dropFirst())!`:
//   `x = step.first == "+" ? x - number : x / number`.

public func wayBack(_ steps: [String], _ output: Int) -> Int {
    steps.reversed().reduce(output) { x, step in
        let number = Int(step.dropFirst())!
        return step.first == "+" ? x - number : x / number
    }
}
