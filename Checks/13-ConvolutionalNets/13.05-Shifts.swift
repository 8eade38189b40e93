import Exercises13
import Practice
import Solutions13
import Tensors

let conv2dByShifts = Check(
    "13.5", answer("conv2dByShifts(_:_:)", Exercises13.conv2dByShifts(_:_:), Solutions13.conv2dByShifts(_:_:))
) { conv2dByShifts in
    let small = Tensor((1...9).map { Float($0) }).reshaped(1, 1, 3, 3)
    try expectClose(
        conv2dByShifts(small, Tensor([[1, 2], [3, 4]]).reshaped(1, 1, 2, 2)),
        Tensor([37, 47, 67, 77]).reshaped(1, 1, 2, 2))
    var random = SplitMix64(seed: 135)
    for (n, channels, kernels, kh, kw) in [(1, 1, 1, 3, 3), (4, 3, 5, 3, 2), (2, 2, 3, 1, 1), (3, 1, 2, 6, 5)] {
        let x = Tensor.randn(n, channels, 6, 5, using: &random)
        let w = Tensor.randn(kernels, channels, kh, kw, using: &random)
        try expectClose(conv2dByShifts(x, w), x.conv2d(w), tolerance: 1e-4)
    }
    let (x, w) = (Tensor.randn(2, 3, 5, 5, using: &random), Tensor.randn(4, 3, 3, 3, using: &random))
    let slope = Tensor.randn(2, 4, 3, 3, using: &random)
    let (ours, theirs) = ((x.requiringGrad(), w.requiringGrad()), (x.requiringGrad(), w.requiringGrad()))
    (theirs.0.conv2d(theirs.1) * slope).sum().backward()
    let found = try conv2dByShifts(ours.0, ours.1)
    try expect(found.its("requiresGrad", \.requiresGrad), "a result that can be differentiated") { $0 }
    (found.value * slope).sum().backward()
    let none = Tensor.zeros(0)
    try expectClose(Found("gradient of the images", ours.0.grad ?? none), theirs.0.grad!, tolerance: 1e-4)
    try expectClose(Found("gradient of the weight", ours.1.grad ?? none), theirs.1.grad!, tolerance: 1e-4)
}
