// # Where the work goes
//
// Section 13.7 · After this page you can say what becomes of the work and of the accuracy if the channels do not
// double.

import Figures
import Layers
import Notebook
import Tensors
import Training

// Must the channels double? Two other plans are at hand. One keeps the same number of channels throughout; then the
// later layers have less and less to do. The other begins with many channels and halves them. `halvingNet` builds a net
// for any list of channels:

/// Convolutions with stride 2 from one channel through these numbers of channels to two scores, for images that as many
/// halvings and one more make a single pixel: four numbers for 28 × 28.
public func halvingNet(_ widths: [Int], using random: inout SplitMix64) -> Sequential {
    let channels = [1] + widths
    var layers = zip(channels, widths).map { halvingConv($0, $1, using: &random) }
    layers.append(halvingConv(channels.last!, 2, hasReLU: false, using: &random))
    return Sequential(layers + [Flatten()])
}

// `workOfLayers` says what each layer of such a net multiplies for an image of 28 × 28:

/// The multiplications of each layer of `halvingNet(widths)`.
public func workOfLayers(_ widths: [Int]) -> [Int] {
    var grid = 28
    return zip([1] + widths, widths + [2]).map { channels, filters in
        grid = halved(grid)
        return multiplicationCount(channels: channels, filters: filters, grid: grid)
    }
}

// To be fair, the three `plans` get about the same number of multiplications in all:

extension ConvolutionalNets {
    /// Three lists of channels.
    var plans: [(name: String, widths: [Int])] {
        [
            ("doubling: 4, 8, 16, 32", [4, 8, 16, 32]), ("constant: 8, 8, 8, 8", [8, 8, 8, 8]),
            ("halving: 12, 6, 3, 2", [12, 6, 3, 2]),
        ]
    }

    func whereTheWorkGoes() {
        var table = TextTable(["channels", "multiplications", "parameters"])
        for (name, widths) in plans {
            var random = run.random
            table.add(name, workOfLayers(widths).reduce(0, +), halvingNet(widths, using: &random).parameterCount)
        }
        show(table, "Three plans for five layers")
        show(
            Chart(
                "Doubling keeps the layers busy until the last", x: "layer", y: "multiplications for one image",
                yScale: .logarithmic
            ) {
                for (index, plan) in plans.enumerated() {
                    Line(1...5, workOfLayers(plan.widths), plan.name, dashed: index == 1)
                    Points(1...5, workOfLayers(plan.widths), colour: Colour.palette[index])
                }
            }, "The work of each layer, for three plans of channels")

        // (The last layer has little to do in any plan, as it has only two filters.) With constant channels, the third
        // and the fourth layer do a third and a quarter of what the one before did. That is the wrong way round: a
        // stroke can be described by few numbers, but the deeper a layer is, the larger is the part of the image that
        // each of its numbers stands for (section 13.8), and the more there is to be told apart.
    }
}

// So much for the argument. Does it show? All three are trained like the first CNN, from the same seeds.

extension ConvolutionalNets {
    func widthsCompared() throws {
        var table = TextTable(["channels", "accuracy", "valid_loss"], decimals: 4)
        var accuracies: [[Float]] = []
        for (name, widths) in plans {
            let epochs = try run.overSeeds(run.size(quick: 1, usual: 5, full: 10)) { random in
                let net = halvingNet(widths, using: &random)
                return try trainTwoEpochs(net, using: &random).last!
            }
            accuracies.append(epochs.map { $0[2] })
            table.add(name, Spread(epochs.map { $0[2] }), Spread(epochs.map { $0[1] }))
        }
        show(table, "Three plans after two epochs, on \(sampleName)")
        for (plan, values) in zip(["doubling", "constant", "halving"], accuracies) {
            record("channels/\(plan)", over: values, on: sampleSource)
        }
        for (plan, values) in zip(["constant", "halving"], accuracies.dropFirst()) {
            let wins = zip(accuracies[0], values).count { $0 > $1 }
            show("\(wins) of \(values.count)", "from how many seeds doubling is better than \(plan)")
        }
        let majority = try sampleMajorityShare
        let stuck = accuracies.map { values in values.count { $0 < majority + 0.02 } }
        show(stuck, "from how many seeds each of the three has learned nothing")
        // #hide
        if run.size == .quick { show("(A quick run is too short to show any of this.)") }
        // So does it show? Compare the wins with a half of the starts, and the means with their spread:
        let (doubling, constant) = (Spread(accuracies[0]), Spread(accuracies[1]))
        let gap = abs(doubling.mean - constant.mean)
        show(
            gap < max(doubling.deviation ?? 1, constant.deviation ?? 1)
                ? "Doubling and constant channels differ by less than the starts do: here it does not show."
                : "Doubling and constant channels differ by more than the starts do.")
        // Threes and sevens are an easy task, on which even little nets do well. (Now and then one learns nothing. With
        // two or three channels in a layer, all of them may happen to be switched off, and then every image gets the
        // same answer.) But note what the doubling plan gets for the same number of multiplications: more than three
        // times the parameters of the others. A multiplication in a late layer buys more of them, since each weight is
        // used at fewer places.
    }
}
