import Exercises08
import Practice
import Solutions08

let stepWithDecay = Check(
    "8.10",
    answer(
        "stepWithDecay(_:gradient:rate:decay:isDecoupled:spared:)",
        Exercises08.stepWithDecay(_:gradient:rate:decay:isDecoupled:spared:),
        Solutions08.stepWithDecay(_:gradient:rate:decay:isDecoupled:spared:))
) { step in
    let (weights, gradient) = ([4.0, -2, 0, 1], [1.0, 0, -1, 2])
    try expectClose(step(weights, gradient, 0.5, 0.1, false, 0), [4 * 0.9 - 0.5, -1.8, 0.5, 0.9 - 1])
    try expectClose(step(weights, gradient, 0.5, 0.1, true, 0), [4 * 0.95 - 0.5, -1.9, 0.5, 0.95 - 1])
    try expectClose(step(weights, gradient, 0.5, 0.1, true, 1), [4 * 0.95 - 0.5, -1.9, 0.5, 1 - 1])
    try expectClose(step(weights, gradient, 0.5, 0.1, false, 4), [3.5, -2, 0.5, 0])
    try expectClose(step(weights, gradient, 0.5, 0, true, 0), [3.5, -2, 0.5, 0])
    try expectClose(step([], [], 0.5, 0.1, true, 0), [])
}
