import Exercises18
import Layers
import Practice
import Solutions18
import Tensors

let guidedGradient = Check(
    "18.11",
    answer("guidedGradient(of:in:on:)", Exercises18.guidedGradient(of:in:on:), Solutions18.guidedGradient(of:in:on:))
) { guidedGradient in
    var random = SplitMix64(seed: 1811)
    let (first, second) = (Linear(3, 3, using: &random), Linear(3, 2, using: &random))
    first.weight.assign(Tensor([[1, 0, 0], [0, 1, 0], [0, 0, 1]]))
    first.bias!.assign(Tensor([0, 0, 0]))
    second.weight.assign(Tensor([[1, -2, 3], [-1, 4, 5]]))
    let net = Sequential(first, ReLU(), second)
    // Active are the first and the second; the second has a negative gradient for kind 0, the first for kind 1.
    let x = Tensor([[1, 2, -3]])
    try expectClose(guidedGradient(0, net, x), Tensor([[1, 0, 0]]))
    try expectClose(guidedGradient(1, net, x), Tensor([[0, 4, 0]]))
    try expectEqual(Found("parameters with a gradient afterwards", net.parameters.count { $0.grad != nil }), 0)
    try expectEqual(
        Found("hooks left at the layers", net.layers.map { ($0 as? Module)?.numberOfHooks ?? 0 }), [0, 0, 0])
    // The usual gradient is as it was.
    let leaf = x.requiringGrad()
    net(leaf)[0, 0].backward()
    net.zeroGrad()
    try expectClose(Found("the usual gradient, afterwards", leaf.grad!), Tensor([[1, -2, 0]]))

    // Two ReLUs and a convolution, beside the same by hand.
    let conv = Conv2d(1, 4, kernel: 3, using: &random)
    let (middle, last) = (Linear(4 * 9, 8, using: &random), Linear(8, 3, using: &random))
    let deep = Sequential(conv, ReLU(), Flatten(), middle, ReLU(), last)
    let image = Tensor.randn(1, 1, 5, 5, using: &random)
    for kind in 0..<3 {
        let a = noGrad { conv(image) }.requiringGrad()
        let b = noGrad { middle(a.relu().flattened(from: 1)) }.requiringGrad()
        let db = (last.weight.value.detached()[kind].unsqueezed(0)).relu() * Tensor(b .> 0)
        let da = (db.detached().matmul(middle.weight.value.detached()).relu()).reshaped(a.shape) * Tensor(a .> 0)
        let picture = image.requiringGrad()
        conv(picture).backward(gradient: da.detached())
        deep.zeroGrad()
        try expectClose(guidedGradient(kind, deep, image), picture.grad!)
    }
}
