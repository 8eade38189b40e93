// Nudge: Write down what another class than the label gets: once from the share of wrong labels, once from ε.
// Idea: There are classes - 1 other classes, so each really has wrong / (classes - 1) of the photos. The smoothed
//   target gives each of them ε / classes. Make the two equal.
// Almost: ε = wrong · classes / (classes - 1). Try it with ten classes and 0.09: what does the label get?

public func smoothingForWrongLabels(_ wrong: Double, classes: Int) throws -> Double {
    wrong * Double(classes) / Double(classes - 1)
}
