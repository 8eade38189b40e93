import Exercises20
import Practice
import Solutions20

let pushesNeeded = Check(
    "20.1",
    answer("pushesNeeded(rest:share:)", Exercises20.pushesNeeded(rest:share:), Solutions20.pushesNeeded(rest:share:))
) { pushesNeeded in
    let examples: [(rest: Double, share: Double, wanted: Int?)] = [
        (0.9, 0.5, 7), (0.9, 0.9, 22), (0.5, 0.5, 1), (0.5, 0.51, 2), (0.5, 0.75, 2), (0, 0.3, 1), (0, 1, 1),
        (0, 1.1, nil),
        (0.9, 1, nil), (0.9, 2, nil), (0.9, 0, 0), (0.9, -1, 0), (0.99, 0.99, 459),
    ]
    for (rest, share, wanted) in examples { try expectEqual(pushesNeeded(rest, share), wanted) }
}
