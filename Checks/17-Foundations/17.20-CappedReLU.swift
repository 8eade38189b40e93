import Exercises17
import Practice
import Solutions17
import Tensors

let cappedReLU = Check(
    "17.20",
    answer("cappedReLU(_:ceiling:)", Exercises17.cappedReLU(_:ceiling:), Solutions17.cappedReLU(_:ceiling:)),
    answer(
        "cappedReLUGradient(_:outputGradient:ceiling:)", Exercises17.cappedReLUGradient(_:outputGradient:ceiling:),
        Solutions17.cappedReLUGradient(_:outputGradient:ceiling:))
) { cappedReLU, gradient in
    let x = Tensor([-1, 0, 2, 6, 7])
    let arriving = Tensor([10, 20, 30, 40, 50])
    try expectClose(cappedReLU(x, 6), Tensor([0, 0, 2, 6, 6]))
    try expectClose(cappedReLU(Tensor([[0.2, 0.5], [-3, 4]]), 0.5), Tensor([[0.2, 0.5], [0, 0.5]]))
    try expectClose(gradient(x, arriving, 6), Tensor([0, 0, 30, 0, 0]))
    try expectClose(gradient(x, arriving, 10), Tensor([0, 0, 30, 40, 50]))
    try expectClose(gradient(x, -arriving, 1), .zeros(5))

    var random = SplitMix64(seed: 1720)
    let (numbers, weights) = (Tensor.randn(4, 6, using: &random) * 2, Tensor.randn(4, 6, using: &random))
    try expectClose(cappedReLU(numbers, 1.5), numbers.clamped(min: 0, max: 1.5))
    // Not near a kink, where nudging would see both sides.
    let away = Tensor.where(
        (numbers.abs() .< 0.1) .| ((numbers - 1.5).abs() .< 0.1), numbers + 0.3, numbers)
    try expectGradient(gradient(away, weights, 1.5), of: "x", at: away) {
        ($0.clamped(min: 0, max: 1.5) * weights).sum()
    }
}
