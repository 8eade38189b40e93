// Nudge: Which step has to be undone first?
// Idea: The last one. Go through the steps from the end: take off what was added, divide by what was multiplied.
// Almost: Loop over `steps.reversed()` with a `var x = output`. `step.first` is the sign, and `Int(step.dropFirst())!`
//   is the number, with a sign of its own if it has one. Each sign has its own opposite.

public func wayBack(_ steps: [String], _ output: Int) -> Int {
    steps.reversed().reduce(output) { x, step in
        let number = Int(step.dropFirst())!
        return step.first == "+" ? x - number : x / number
    }
}
