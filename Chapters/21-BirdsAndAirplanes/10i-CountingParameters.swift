// # Counting parameters
//
// Section 21.10 · After this page you can count what a dense net has to learn, and say what a large picture would cost.

import Common
import Figures
import Layers
import Notebook
import Tensors

// A linear layer has a weight for every pair of an input and an output, and a bias for every output:

/// How many numbers a linear layer has to learn.
public func linearParameters(_ inputs: Int, _ outputs: Int) -> Int { inputs * outputs + outputs }

extension BirdsAndAirplanes {
    func parametersOfBothNets() {
        // The net knows its parameters, and each knows how many numbers it holds. (The book's `numel`; it calls the
        // class `nn.Model`, and means `nn.Module`.) Those of the first layer of the deep net:
        var random = run.random
        let (shallow, deep) = (shallowNet(using: &random), deepNet(using: &random))
        show("\(deep.parameters[0].shape) and \(deep.parameters[1].shape)", "weight and bias of its first layer")
        record(
            "parameters/first-layer-of-deep-net", linearParameters(3072, 1024), book: 3_146_752,
            ask: "3,072 inputs, 1,024 outputs: how many weights and biases does the layer have?")

        // And of everything:
        for (name, net, counts, total) in [
            ("shallow", shallow, [1_572_864, 512, 1024, 2], 1_574_402),
            ("deep", deep, [3_145_728, 1024, 524_288, 512, 65_536, 128, 256, 2], 3_737_474),
        ] {
            show(net.parameters.map(\.count), "\(name) net, parameter by parameter")
            for (place, book) in counts.enumerated() {
                record("parameters/\(name)-\(place)", net.parameters[place].count, book: Double(book))
            }
            record(
                "parameters/\(name)-all", net.parameters.filter(\.requiresGrad).reduce(0) { $0 + $1.count },
                book: Double(total))
        }
        show(
            shallow.parameterCount == linearParameters(3072, 512) + linearParameters(512, 2),
            "the formula agrees for the shallow net")

        // (`requiresGrad` is false for a parameter that is frozen, so this is what can be learned. Here it is all of
        // them.) The book says that the shallow net has about half as many as the deep one:
        let share = Float(shallow.parameterCount) / Float(deep.parameterCount)
        show(significant(share, 4), "the share really is", ask: "1,574,402 of 3,737,474: which share is that?")

        // Nearly all of them are in the first layer, because there are so many pixels:
        show(
            fixed(Float(linearParameters(3072, 1024)) / Float(deep.parameterCount), 4),
            "share of the deep net's first layer")
    }
}

// What if the picture were larger? These are small ones. A photograph of 1,024 × 1,024 pixels is nothing special, and
// the net is to have 1,024 features:

/// Bytes of the numbers that a linear layer learns, at four bytes each.
public func bytesOfLayer(side: Int, channels: Int = 3, features: Int) -> Int {
    4 * linearParameters(channels * side * side, features)
}

extension BirdsAndAirplanes {
    func aLargePicture() {
        let inputs = 3 * 1024 * 1024
        record("large-picture/inputs", inputs, book: 3.1e6, differs: "the book rounds")
        record(
            "large-picture/parameters", linearParameters(inputs, 1024), book: 3e9,
            differs: "the book says: more than 3 billion")
        let gigabytes = Double(bytesOfLayer(side: 1024, features: 1024)) / Double(1 << 30)
        record(
            "large-picture/gigabytes", gigabytes, book: 12, differs: "the book rounds",
            ask: "3 · 1,024 · 1,024 inputs, 1,024 features, 4 bytes each: how many GB (2³⁰ bytes)?")
        var table = TextTable(
            ["side of the picture", "inputs", "parameters of a layer of 1,024", "GB", "with gradients"], decimals: 3)
        for side in [32, 64, 128, 256, 512, 1024] {
            let bytes = Double(bytesOfLayer(side: side, features: 1024)) / Double(1 << 30)
            table.add(
                side, 3 * side * side, linearParameters(3 * side * side, 1024), bytes, 2 * bytes)
        }
        let growth = Double(bytesOfLayer(side: 1024, features: 1024)) / Double(bytesOfLayer(side: 512, features: 1024))
        show(
            table, "A single layer on larger and larger pictures",
            predict: .number(
                "Twice the side: how many times the memory, for a layer of the same number of features?", growth))

        // And this is the first layer alone. The gradients need as much again, and so does momentum or whatever else an
        // optimizer remembers. Such a net could neither be kept nor learned, and it would have to see an enormous
        // number of pictures not to know them by heart. Dense layers do not scale to pictures.
    }
}
