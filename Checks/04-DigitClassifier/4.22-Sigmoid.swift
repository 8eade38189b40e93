import Exercises04
import Practice
import Solutions04
import Tensors

let sigmoid = Check(
    "4.22", answer("sigmoid(_:)", Exercises04.sigmoid(_:), Solutions04.sigmoid(_:)),
    answer("sigmoidSlope(_:)", Exercises04.sigmoidSlope(_:), Solutions04.sigmoidSlope(_:))
) { sigmoid, sigmoidSlope in
    let values: [(Float, Float)] = [(0, 0.5), (1, 0.7310586), (-1, 0.2689414), (4, 0.98201376), (-90, 0), (90, 1)]
    for (x, expected) in values { try expectClose(sigmoid(Tensor([x])), Tensor([expected])) }
    try expectClose(sigmoid(.zeros(2, 3)), .full(0.5, [2, 3]))

    try expectClose(sigmoidSlope(Tensor([0, 4])), Tensor([0.25, 0.01766271]))
    let x = Tensor([[-3, -1, 0], [0.5, 2, 5]])
    try expectGradient(sigmoidSlope(x), of: "x", at: x) { $0.sigmoid().sum() }
    let far = try sigmoidSlope(Tensor([-90, 90])).noting(
        "where the sigmoid is flat (e⁹⁰ is ∞ as a Float; ∞ / ∞ is NaN)")
    try expectClose(far, Tensor([0, 0]))
}
