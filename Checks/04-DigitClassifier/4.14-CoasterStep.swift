import Exercises04
import Practice
import Solutions04
import Tensors

let coasterStep = Check(
    "4.14", answer("mse(_:_:)", Exercises04.mse(_:_:), Solutions04.mse(_:_:)),
    answer(
        "applyStep(_:_:_:learningRate:)", Exercises04.applyStep(_:_:_:learningRate:),
        Solutions04.applyStep(_:_:_:learningRate:))
) { mse, applyStep in
    try expectClose(mse(Tensor([0, 0]), Tensor([3, 1])), Tensor(5))
    try expectClose(mse(Tensor([[1, 2, 3]]), Tensor([[3, 2, 1]])), Tensor(8 / 3))

    let step = try applyStep(.zeros(3), Tensor([1, 2]), Tensor([3, 3]), 0.1)
    try expectClose(step.its("loss (before the step)", \.loss), 9)
    try expectClose(step.its("parameters", \.parameters), Tensor([1.5, 0.9, 0.6]))

    // The book's start and rate, on a ride without errors of measurement.
    let time = Tensor.arange(20)
    let speed = 0.75 * (time - 9.5).squared() + 1
    var parameters = Tensor([-0.7658, -0.7506, 1.3525])
    let losses: [Float] = [
        25750.8526, 5368.85, 1511.95, 782.10, 643.99, 617.85, 612.90, 611.96, 611.78, 611.75,
    ]
    for (number, loss) in zip(1..., losses) {
        let step = try applyStep(parameters, time, speed, 1e-5).noting(
            "step \(number) on the page's ride without errors")
        try expectClose(step.its("loss (before the step)", \.loss), loss, tolerance: 5e-5)
        // Against autograd, so that an error is found in its own step.
        let leaf = parameters.requiringGrad()
        (leaf[0] * time.squared() + leaf[1] * time + leaf[2] - speed).squared().mean().backward()
        let expected = parameters - leaf.grad! * 1e-5
        try expectClose(step.its("parameters", \.parameters), expected, tolerance: 1e-4)
        parameters = expected
    }
}
