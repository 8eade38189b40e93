import Exercises15
import Practice
import Solutions15
import Tensors

let contrastiveLoss = Check(
    "15.13",
    answer(
        "contrastiveLoss(_:_:margin:)", Exercises15.contrastiveLoss(_:_:margin:),
        Solutions15.contrastiveLoss(_:_:margin:)),
    answer(
        "contrastiveSlopes(_:_:margin:)", Exercises15.contrastiveSlopes(_:_:margin:),
        Solutions15.contrastiveSlopes(_:_:margin:))
) { loss, slopes in
    try expectClose(loss([1, 0.5, 3], [true, false, false], 2), 1.625 / 3)
    try expectClose(slopes([1, 0.5, 3], [true, false, false], 2), [1 / 3.0, -0.5, 0])
    // Nothing to learn: the same place, far enough, exactly at the margin.
    try expectClose(loss([0, 5, 1], [true, false, false], 1), 0)
    try expectClose(slopes([0, 5, 1], [true, false, false], 1), [0, 0, 0])
    // What is the same is drawn together beyond the margin, too.
    try expectClose(loss([4], [true], 1), 8)
    try expectClose(slopes([4, 0], [true, false], 1), [2, -0.5])
    try expectClose(loss([], [], 1), 0)
    try expectClose(slopes([], [], 1), [])
    // Slopes are what the loss does under a small change.
    let (distances, isSame) = ([0.3, 1.7, 0.9, 2.4], [false, true, false, true])
    let found = try slopes(distances, isSame, 1.5)
    for place in distances.indices {
        var (above, below) = (distances, distances)
        above[place] += 1e-4
        below[place] -= 1e-4
        let change = try loss(above, isSame, 1.5).value - loss(below, isSame, 1.5).value
        try expectClose(found.its("slope of pair \(place)") { $0[place] }, change / 2e-4, tolerance: 1e-6)
    }
}
