import Exercises17
import Practice
import Solutions17
import Tensors

let leakyReLU = Check(
    "17.28", answer("leakyReLU(_:slope:)", Exercises17.leakyReLU(_:slope:), Solutions17.leakyReLU(_:slope:))
) { leakyReLU in
    let small = Tensor([-2, 3]).requiringGrad()
    let y = try leakyReLU(small, 0.1)
    try expectOwnOperation(y)
    try expectClose(y, Tensor([-0.2, 3]))
    y.value.sum().backward()
    try expectClose(y.its("gradient of x") { _ in small.grad! }, Tensor([0.1, 1]))

    var random = SplitMix64(seed: 1728)
    for slope in [0, 0.01, 0.5, 2] as [Float] {
        for shape in [[5], [3, 4]] {
            var values = Tensor.randn(shape, using: &random)
            noGrad { values[0] = Tensor(0) }
            let dy = Tensor.randn(shape, using: &random)
            let (x, twin) = (values.requiringGrad(), values.requiringGrad())
            let found = try leakyReLU(x, slope)
            try expectClose(found, twin.leakyReLU(slope: slope))
            found.value.backward(gradient: dy)
            twin.leakyReLU(slope: slope).backward(gradient: dy)
            try expectClose(found.its("gradient of x, which begins with 0") { _ in x.grad! }, twin.grad!)
        }
    }

    // Used twice, and where nothing is recorded.
    let x = Tensor([-8, 8]).requiringGrad()
    let twice = try leakyReLU(try leakyReLU(x, 0.5).value, 0.5)
    twice.value.sum().backward()
    try expectClose(twice.its("gradient of x") { _ in x.grad! }, Tensor([0.25, 1]))
    try expectEqual(noGrad { try leakyReLU(x, 0.5) }.noting("in noGrad").its("is tracked", \.requiresGrad), false)
}
