import Exercises15
import Foundation
import Layers
import Practice
import Solutions15
import Tensors
import Training

let sharpener = Check(
    "15.11", answer("sharpener(width:seed:)", Exercises15.sharpener(width:seed:), Solutions15.sharpener(width:seed:))
) { sharpener in
    var random = SplitMix64(seed: 1511)
    for (width, h, w) in [(4, 3, 5), (16, 8, 8), (1, 1, 1)] {
        let found = try sharpener(width, 7)
        let x = Tensor.randn(2, 3, h, w, using: &random)
        try expectClose(
            found.its("answer before training for \([2, 3, h, w])") { $0(x).detached() }, x.interpolated(by: 2))
    }
    // What is drawn is drawn from the seed.
    func numbers(_ seed: UInt64) throws -> Found<[[Float]]> {
        try sharpener(4, seed).its("numbers at the start") { $0.parameters.map { $0.value.scalars } }
    }
    let first = try numbers(5)
    try expectEqual(numbers(5).noting("made once more"), first.value)
    try expect(numbers(6), "others than from the seed 5") { $0 != first.value }
    // Smooth pictures: waves of three colours. Half the size is the mean of each square of 2 × 2 pixels.
    func pictures(_ count: Int) -> Tensor {
        .stack(
            (0..<count).map { _ in
                let numbers = (0..<9).map { _ in Float.random(in: 0.2..<0.9, using: &random) }
                return Tensor(
                    shape: [3, 16, 16],
                    (0..<768).map { place in
                        let (k, y, x) = (place / 256 * 3, Float(place / 16 % 16), Float(place % 16))
                        return sin(numbers[k] * x + numbers[k + 1] * y + 6 * numbers[k + 2])
                    })
            })
    }
    let (train, valid) = (pictures(24), pictures(12))
    let (small, other) = (train.averagePooled(2), valid.averagePooled(2))
    let found = try sharpener(16, 3)
    let net = found.value
    net.train()
    let optimizer = Adam(net.parameters, learningRate: 0.01)
    for _ in 0..<80 {
        net.zeroGrad()
        mseLoss(net(small), train).backward()
        optimizer.step()
    }
    net.eval()
    let copies = mseLoss(other.interpolated(by: 2), valid).item
    let own = noGrad { mseLoss(net(other), valid).item }
    try expect(
        found.its("mean squared error after 80 steps, on other pictures") { _ in own },
        "below half of that of copies, \(copies)"
    ) { $0 < copies / 2 }
}
