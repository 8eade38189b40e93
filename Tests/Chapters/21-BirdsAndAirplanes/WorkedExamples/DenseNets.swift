// Sections 21.6, 21.10 and 21.11 in small: flat pictures, batches, steps, and crosses that move.

import Chapter21
import Layers
import Tensors
import TestSupport
import Testing
import Training

@Suite struct `21.6 Flat pictures` {
    @Test func `every pixel has the number that the tensor gives it`() {
        let picture = Tensor.arange(3 * 4 * 5).reshaped(3, 4, 5)
        for channel in 0..<3 {
            for row in 0..<4 {
                for column in 0..<5 {
                    let number = elementNumber(channel: channel, row: row, column: column, height: 4, width: 5)
                    #expect(picture[channel, row, column].item == Float(number))
                }
            }
        }
    }

    @Test func `a layer begins within one over the root of its inputs`() {
        var random = SplitMix64(seed: 216)
        let weights = shallowNet(using: &random).parameters[0].value
        let bound = weightBound(inputs: 3072)
        #expect(
            abs(bound - 0.0180) < 5e-5 && weights.abs().max().item <= bound && weights.abs().max().item > 0.99 * bound)
        let large = netFromMinusOneToOne(using: &random).parameters
        #expect(large.allSatisfy { $0.value.abs().max().item <= 1 } && large[0].value.abs().max().item > 0.99)
    }

    @Test func `another order of the inputs is another order of the weights`() {
        var random = SplitMix64(seed: 217)
        let net = shallowNet(inputs: 40, features: 8, using: &random)
        let other = shallowNet(inputs: 40, features: 8, using: &random)
        let order = random.permutation(40)
        for (new, old) in zip(other.parameters, net.parameters) { new.assign(old.value) }
        other.parameters[0].assign(net.parameters[0].value.entries(order, axis: 1))
        let x = Tensor.randn(5, 40, using: &random)
        expectClose(other(x.entries(order, axis: 1)), net(x).detached())
        #expect((other(x) - net(x)).abs().max().item > 1e-3)
    }
}

@Suite struct `21.10 Training` {
    @Test func `10,000 pictures make 156 batches of 64 and one of 16`() {
        var random = SplitMix64(seed: 2110)
        let batches = shuffledBatches(10_000, size: 64, using: &random)
        #expect(batches.count == 157 && batches.last!.count == 16 && batches.dropLast().allSatisfy { $0.count == 64 })
        #expect(batches.flatMap(\.self).sorted() == Array(0..<10_000))
        #expect(batches != shuffledBatches(10_000, size: 64, using: &random))
        #expect(shuffledBatches(4, size: 4, using: &random).count == 1)
        #expect(shuffledBatches(0, size: 4, using: &random).isEmpty)
    }

    /// A net of 3-2-2 with given weights, and the losses of three of PyTorch's steps at the rate 0.5.
    @Test func `three steps are PyTorch's`() {
        var random = SplitMix64(seed: 0)
        let net = shallowNet(inputs: 3, features: 2, using: &random)
        let start = [
            Tensor([[0.5, -0.25, 0.75], [-1, 0.5, 0.25]]), Tensor([0.1, -0.2]), Tensor([[1, -0.5], [-0.75, 0.25]]),
            Tensor([0, 0.3]),
        ]
        for (parameter, value) in zip(net.parameters, start) { parameter.assign(value) }
        let x = Tensor([[1, 2, -1], [0.5, -1.5, 2], [-2, 1, 0.5], [0, 1, 1]])
        expectClose(
            net(x).detached(),
            Tensor([
                [-0.360720456, 0.623277724], [1.34680402, -0.617630124], [-1.1420598, 1.03348684],
                [0.286789477, 0.0223428607],
            ]))
        let optimizer = SGD(net.parameters, learningRate: 0.5)
        for loss in [1.01861167, 0.678527236, 0.56312567] as [Float] {
            #expect(abs(learn(x, IntTensor([0, 1, 1, 0]), net, optimizer, loss: crossEntropy) - loss) < 1e-5)
        }
        expectClose(
            net.parameters[0].value.detached(),
            Tensor([[0.774647713, 0.265703797, 0.56768775], [-1.0027777, 0.066105023, 0.530774832]]), absolute: 1e-5)
        expectClose(net.parameters[3].value.detached(), Tensor([-0.0485826544, 0.348582625]), absolute: 1e-5)
    }

    @Test func `all items at once go straight down the slope`() {
        var random = SplitMix64(seed: 2111)
        let (x, y) = (Tensor([[1, 0], [0, 2]]), Tensor([1, 2]))
        // Loss ½ ((w₁ - 1)² + (2 w₂ - 2)²), slope (w₁ - 1, 4 w₂ - 4).
        let path = walk(x, y, from: .zeros(2), batchesOf: 2, rate: 0.1, epochs: 2, using: &random)
        expectClose(path[1], Tensor([0.1, 0.4]))
        expectClose(path[2], Tensor([0.19, 0.64]))
        #expect(walk(x, y, from: .zeros(2), batchesOf: 1, rate: 0.1, epochs: 3, using: &random).count == 7)
    }

    @Test func `only noise leads out of the shallow valley`() {
        // The valleys are where 4 w³ - 4 w + ½ = 0: the deep one at -1.0575, the shallow one at 0.9304.
        var random = SplitMix64(seed: 2112)
        #expect(abs(lossOfTwoValleys(-1.0575) + 1.5148) < 1e-3 && abs(lossOfTwoValleys(0.9304) + 0.5168) < 1e-3)
        let tilts = (0..<64).map { $0 % 2 == 0 ? 4.0 : -4.0 }
        func end(_ size: Int) -> Double {
            valleyWalk(from: 1.5, tilts: tilts, batchesOf: size, rate: 0.05, steps: 320, using: &random).last!
        }
        #expect(abs(end(64) - 0.9304) < 1e-3)
        #expect((0..<40).count { _ in end(1) < 0 } > 20)
        let path = valleyWalk(from: 0, tilts: [2, -2], batchesOf: 2, rate: 0.1, steps: 1, using: &random)
        #expect(path.count == 2 && abs(path[1] + 0.05) < 1e-12)
    }

    @Test func `crops with no margin are the pictures, so training on them is training`() throws {
        var random = SplitMix64(seed: 2113)
        let set = FlatPictures(Tensor.randn(70, 3072, using: &random), IntTensor((0..<70).map { $0 % 2 }))
        let nets = try [true, false].map { isCropped in
            var random = SplitMix64(seed: 7)
            let net = shallowNet(features: 4, using: &random)
            if isCropped {
                let crop = RandomCrop(32, using: RandomStream(seed: 1))
                try trainOnCrops(net, on: set, crop: crop, epochs: 2, rate: 0.1, using: &random)
            } else {
                _ = train(net, on: set, checkedWith: set, epochs: 2, rate: 0.1, using: &random, loss: crossEntropy)
            }
            return net
        }
        for (a, b) in zip(nets[0].parameters, nets[1].parameters) { #expect(a.value.scalars == b.value.scalars) }
    }

    @Test func `accuracy counts the largest outputs`() {
        let set = FlatPictures(Tensor([[1, 0], [0, 1], [3, 2], [2, 3]]), IntTensor([0, 1, 1, 1]))
        #expect(accuracy(Sequential(), set) == 0.75)
    }
}

@Suite struct `21.11 Crosses and rings` {
    @Test func `have 13 and 12 dark pixels, wherever they are`() {
        var random = SplitMix64(seed: 2112)
        let shifts = [
            Shift(down: 0, right: 0), Shift(down: 0, right: 0), Shift(down: 3, right: -2), Shift(down: -3, right: 3),
        ]
        let set = crossesAndRings(shifts, noise: 0, using: &random)
        #expect(set.inputs.shape == [4, 400] && set.targets.scalars == [0, 1, 0, 1])
        #expect((0..<4).map { set.inputs[$0].sum().item } == [-13, -12, -13, -12])
        let (cross, moved) = (set.inputs[0].reshaped(20, 20), set.inputs[2].reshaped(20, 20))
        #expect(
            cross[10, 10].item == -1 && cross[7, 10].item == -1 && cross[10, 13].item == -1 && cross[7, 7].item == 0)
        #expect(moved.rolled(by: -3, axis: 0).rolled(by: 2, axis: 1).scalars == cross.scalars)
        #expect(set.inputs[1].reshaped(20, 20)[10, 10].item == 0)
    }

    @Test(arguments: [(0, 13, 4, 12, 4), (1, 2, 4, 2, 4), (2, 2, 6, 2, 6), (3, 2, 0, 2, 0), (4, 0, 0, 0, 0)])
    func `a moved thing shares pixels with both`(
        _ far: Int, _ crossOnCross: Int, _ crossOnRing: Int, _ ringOnRing: Int, _ ringOnCross: Int
    ) {
        var random = SplitMix64(seed: 1)
        let (middle, moved) = (Shift(down: 0, right: 0), Shift(down: far, right: far))
        // The dark pixels of a cross and a ring in the middle, and of a cross and a ring that have moved.
        let dark = crossesAndRings([middle, middle, moved, moved], noise: 0, using: &random).inputs
        let shared = [(2, 0), (2, 1), (3, 1), (3, 0)].map { Int((dark[$0] * dark[$1]).sum().item) }
        #expect(shared == [crossOnCross, crossOnRing, ringOnRing, ringOnCross])
        let (cross, ring) = (pixels(dark[0]), pixels(dark[1]))
        #expect(sharedPixels(cross, movedBy: moved, with: cross) == crossOnCross)
        #expect(sharedPixels(cross, movedBy: moved, with: ring) == crossOnRing)
        #expect(sharedPixels(ring, movedBy: moved, with: cross) == ringOnCross)
    }

    private func pixels(_ picture: Tensor) -> [Shift] {
        picture.scalars.indices.filter { picture[$0].item != 0 }.map { Shift(down: $0 / 20 - 10, right: $0 % 20 - 10) }
    }

    @Test func `what is learned in the middle is not known elsewhere`() {
        var random = SplitMix64(seed: 2113)
        func set(_ count: Int, movedBy distance: Int) -> FlatPictures {
            crossesAndRings([Shift](repeating: Shift(down: distance, right: distance), count: count), using: &random)
        }
        let (learned, middle, moved) = (set(400, movedBy: 0), set(200, movedBy: 0), set(200, movedBy: 6))
        let net = shallowNet(inputs: 400, features: 8, using: &random)
        _ = train(net, on: learned, checkedWith: middle, epochs: 10, rate: 0.1, using: &random, loss: crossEntropy)
        #expect(accuracy(net, middle) > 0.98)
        #expect((0.35...0.65).contains(accuracy(net, moved)))
    }
}
