import Datasets
import Exercises14
import Layers
import Practice
import Solutions14
import Tensors
import Training

let digitNet = Check(
    "14.4",
    answer(
        "digitNet(filters:averages:using:)", changing(Exercises14.digitNet(filters:averages:using:)),
        changing(Solutions14.digitNet(filters:averages:using:)))
) { digitNet in
    let random = Variable("random", SplitMix64(seed: 1404))
    let digits = DigitImages.generated(digits: [0, 1], train: 60, valid: 1, seed: 14).train
    let x = Tensor(digits.images).unsqueezed(1) / 255
    for (filters, side) in [([8, 16, 32], 4), ([4], 14), ([3, 5, 7, 9, 11], 1)] {
        for averages in [true, false] {
            let found = try digitNet(filters, averages, random)
            let net = found.value
            let convolutions = net.namedModules.compactMap { $0.module as? Conv2d }
            try expectEqual(found.its("filters") { _ in convolutions.map { $0.weight.shape[0] } }, filters)
            let settings = convolutions.allSatisfy {
                $0.stride == 2 && $0.padding == 1 && $0.bias == nil && Array($0.weight.shape[2...]) == [3, 3]
            }
            try expectEqual(found.its("all 3 × 3 with stride 2, padding 1 and no bias") { _ in settings }, true)
            let parts = [
                net.namedModules.count { $0.module is BatchNorm }, net.namedModules.count { $0.module is ReLU },
            ]
            try expectEqual(found.its("batch norms, and ReLUs") { _ in parts }, [filters.count, filters.count])
            let order = filters.flatMap { _ in ["Conv2d", "BatchNorm2d", "ReLU"] }
            let end = (averages ? ["AdaptiveAveragePool2d"] : []) + ["Flatten", "Linear"]
            let kinds = net.namedModules.map { "\(type(of: $0.module))" }.filter { $0 != "Sequential" }
            try expectEqual(found.its("layers in their order") { _ in kinds }, order + end)
            let inputs = averages ? filters.last! : filters.last! * side * side
            let linears = net.namedModules.compactMap { ($0.module as? Linear)?.weight.shape }
            try expectEqual(found.its("weights of the linear layers") { _ in linears }, [[10, inputs]])
            try expectEqual(found.its("scores of a digit") { $0(x[0..<2]).shape }, [2, 10])
            if averages {
                try expectEqual(found.its("scores of 40 × 25 pixels") { $0(.zeros(2, 1, 40, 25)).shape }, [2, 10])
            }
        }
    }
    // Both can learn: zeros and ones, a few steps of Adam.
    for averages in [true, false] {
        let found = try digitNet([8, 16, 32], averages, random)
        let (net, labels) = (found.value, IntTensor(digits.labels))
        let optimizer = Adam(net.parameters, learningRate: 0.01)
        for _ in 0..<20 {
            optimizer.zeroGrad()
            crossEntropy(net(x), labels).backward()
            optimizer.step()
        }
        let loss = found.its("loss after 20 steps") { crossEntropy($0(x), labels).item }
        try expect(loss, "a loss below 0.5") { $0 < 0.5 }
    }
}
