import Exercises09
import Practice
import Solutions09
import Tabular

let whatIf = Check(
    "9.15",
    answer(
        "effect(of:from:to:on:_:)", Exercises09.effect(of:from:to:on:_:), Solutions09.effect(of:from:to:on:_:))
) { effect in
    // The target is 10 a + b, and b goes along with a.
    let (a, b): ([Float], [Float]) = ([0, 0, 1, 1], [0, 1, 1, 2])
    let x = try Features(["a", "b"], [a, b])
    let tree = try DecisionTree(x, zip(a, b).map { Double(10 * $0 + $1) })
    try expectClose(effect("a", 0, 1, tree, x), tree.difference("a", 0, 1, x))
    try expectClose(effect("a", 1, 0, tree, x), tree.difference("a", 1, 0, x))
    try expectClose(effect("b", 0, 2, tree, x), tree.difference("b", 0, 2, x))
    try expectClose(effect("b", 0, 2, tree, x.rows([0, 0, 0])), tree.difference("b", 0, 2, x.rows([0, 0, 0])))
    try expectClose(effect("a", 0.2, 0.3, tree, x), 0)
    try expectClose(effect("a", 0, 1, tree, x.rows([])), 0)
    do {
        let found = try effect("c", 0, 1, tree, x)
        throw WrongAnswer(given: found.call, expected: "an error: there is no column c", found: "\(found.value)")
    } catch is FitProblem {}
}

extension DecisionTree {
    fileprivate func difference(_ name: String, _ low: Float, _ high: Float, _ x: Features) throws -> Double {
        let means = try partialDependence(on: name, x, values: [low, high]).means
        return means[1] - means[0]
    }
}
