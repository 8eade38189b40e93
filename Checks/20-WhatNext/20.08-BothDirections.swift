import Exercises20
import Practice
import Solutions20

let bothDirections = Check(
    "20.8",
    answer(
        "alarms(_:usual:forgiven:limit:)", Exercises20.alarms(_:usual:forgiven:limit:),
        Solutions20.alarms(_:usual:forgiven:limit:))
) { bothDirections in
    try expectEqual(bothDirections([0.8, 0.8, 0.9, 1, 1], 0.9, 0, 0.15), [1, 4])
    try expectEqual(bothDirections([0.9, 0.9], 0.9, 0, 0.1), [])
    try expectEqual(bothDirections([0.5, 0.5, 0.5], 0.75, 0, 0.2), [0, 1, 2])
    try expectEqual(bothDirections([0.5, 1, 0.5, 1], 0.75, 0, 0.3), [])
    try expectEqual(bothDirections([0.5, 0.5, 0.5, 0.5], 0.75, 0.125, 0.2), [1, 3])
    try expectEqual(bothDirections([1, 1, 1, 0, 0], 0.5, 0.25, 0.6), [2])
    try expectEqual(bothDirections([], 0.9, 0, 0.1), [])
    try expectEqual(bothDirections([0.5, 0.75, 0.5], 0.75, 0.125, 0.2), [])
}
