import Exercises06
import Practice
import Solutions06

let placeInSpace = Check(
    "6.10",
    answer(
        "placeInSpace(column:row:depth:matrix:turn:shift:)",
        Exercises06.placeInSpace(column:row:depth:matrix:turn:shift:),
        Solutions06.placeInSpace(column:row:depth:matrix:turn:shift:))
) { place in
    let still: [[Double]] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    let camera: [[Double]] = [[500, 0, 320], [0, 400, 240], [0, 0, 1]]
    try expectClose(try place(320, 240, 900, camera, still, [0, 0, 0]), [0, 0, 900])
    try expectClose(try place(420, 200, 1000, camera, still, [0, 0, 0]), [200, -100, 1000])
    try expectClose(try place(420, 200, 1000, camera, still, [10, -20, 30]), [190, -80, 970])
    // A quarter turn around the axis of the camera: its x is the other's y.
    let quarter: [[Double]] = [[0, 1, 0], [-1, 0, 0], [0, 0, 1]]
    try expectClose(try place(420, 200, 1000, camera, quarter, [0, 0, 0]), [100, 200, 1000])
    // BIWI's cameras: there, and back again.
    let biwi: [[Double]] = [[517.679, 0, 320], [0, 517.679, 240.5], [0, 0, 1]]
    let turn = [
        [0.999947, 0.00432361, 0.00929419], [-0.00446314, 0.999877, 0.0150443], [-0.009228, -0.015085, 0.999844],
    ]
    let shift = [-24.0198, 5.8896, -13.2308]
    for p in [[13.8958, -54.6151, 920.523], [90.4427, -14.9438, 891.156], [0, 0, 1000]] as [[Double]] {
        let q = (0..<3).map { i in (0..<3).reduce(shift[i]) { $0 + turn[i][$1] * p[$1] } }
        let found = try place(
            biwi[0][0] * q[0] / q[2] + 320, biwi[1][1] * q[1] / q[2] + 240.5, q[2], biwi, turn, shift)
        try expectClose(found, p, tolerance: 1e-4)
    }
}
