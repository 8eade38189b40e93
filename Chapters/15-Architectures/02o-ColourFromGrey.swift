// # The same net paints
//
// Section 15.2 · After this page you know what has to be changed to make a net for masks into one
// that colours grey pictures.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// A U-Net answers with numbers for every pixel. Nothing says that these are scores of classes. Give it three outputs
// and a mean squared error for a loss, and it learns pictures: sharp ones from coarse ones, coloured ones from grey
// ones. It even comes with its own labels. Take coloured pictures, and make them grey: the grey one goes in, the
// coloured one is what should come out.
//
// How a colour is told makes a difference. The grey value is known, so a net should not have to learn it. So each pixel
// is told as its brightness Y and two differences, red less brightness and blue less brightness, and the net has to
// find the two only. `painted` is the way back.

/// The brightness of each pixel [n, 1, h, w], and how much red and blue differ from it [n, 2, h, w]: of x [n, 3, h, w].
func brightnessAndColour(_ x: Tensor) -> (grey: Tensor, colour: Tensor) {
    let (n, h, w) = (x.shape[0], x.shape[2], x.shape[3])
    let weights = Tensor([0.299, 0.587, 0.114]).reshaped(1, 3, 1, 1)
    let grey = (x * weights).sum(axis: 1, keepingAxes: true)
    func channel(_ k: Int) -> Tensor { x[0..<n, k..<k + 1, 0..<h, 0..<w] }
    return (grey, .cat([channel(0) - grey, channel(2) - grey], axis: 1))
}

/// The way back: a picture from its brightness and its two differences.
func painted(_ grey: Tensor, _ colour: Tensor) -> Tensor {
    let (n, h, w) = (grey.shape[0], grey.shape[2], grey.shape[3])
    let red = grey + colour[0..<n, 0..<1, 0..<h, 0..<w], blue = grey + colour[0..<n, 1..<2, 0..<h, 0..<w]
    return .cat([red, (grey - 0.299 * red - 0.114 * blue) / 0.587, blue], axis: 1)
}

// The pictures are those of the streets (`colouredPictures`), without their masks:

extension Architectures {
    /// Pictures with their colours [n, 3, h, w], 0…1, for training or for validation.
    private func colouredPictures(isValid: Bool, most: Int) throws -> Tensor {
        let scenes = try streets.scenes.filter { $0.isValid == isValid }
        let taken = (0..<min(most, scenes.count)).map { scenes[$0 * scenes.count / min(most, scenes.count)].photo }
        return try PhotoPipeline(item: Resize(try streetSize, .squish)).batch(taken)
    }

    func colouredAgain() throws {
        var random = run.random
        let train = try colouredPictures(isValid: false, most: run.size(quick: 16, usual: 240, full: .max))
        let valid = try colouredPictures(isValid: true, most: run.size(quick: 4, usual: 60, full: .max))
        // The body expects three channels with ImageNet's statistics: it gets the grey picture three times.
        func input(_ x: Tensor) -> Tensor {
            let grey = brightnessAndColour(x).grey
            return Normalization.imageNet(.cat([grey, grey, grey], axis: 1))
        }
        let loaders = DataLoaders(
            DataLoader(
                TensorDataset(input(train), brightnessAndColour(train).colour), batchSize: 8, shuffledUsing: &random),
            DataLoader(TensorDataset(input(valid), brightnessAndColour(valid).colour), batchSize: 16))
        // Before it has learned anything, the net is to say the mean colour everywhere. So its last layer begins with
        // weights of 0, and the mean for a bias. (With random weights a short training spends itself on getting there.)
        let mean = brightnessAndColour(train).colour.mean(axes: [0, 2, 3], keepingAxes: true)
        let net = DynamicUNet(try smallPretrained.body(), outputs: 2, least: leastMaps, using: &random)
        net.last.weight.assign(.zeros(net.last.weight.shape))
        net.last.bias!.assign(mean.flattened())
        let learner = Learner(
            loaders, net, loss: { mseLoss($0, $1) }, optimizer: { AdamW($0, learningRate: $1) })
        try EpochReporting.silently {
            try learner.fitOneCycle(run.size(quick: 1, usual: 5, full: 30), learningRate: 1e-2)
        }

        // Baselines: no colour at all, and the mean colour of all training pixels.
        net.eval()
        let (grey, truth) = brightnessAndColour(valid)
        let said = noGrad { net(input(valid)) }
        let errors = [truth, truth - mean, truth - said].map { $0.squared().mean().item.squareRoot() }
        var table = TextTable(["colours", "how far off (root mean square)"], decimals: 4)
        for (name, error) in zip(["none: grey stays grey", "the mean colour everywhere", "the U-Net's"], errors) {
            table.add(name, error)
        }
        show(
            table, "Colours of pictures that the net has not seen, on \(streetName)",
            predict: .yesNo("Is the net closer to the true colours than grey is?", errors[2] < errors[0]))
        show(
            errors[2] < errors[1]
                ? "It beats the mean colour by \(fixed(Double(100 * (1 - errors[2] / errors[1])), 0)) %: so much of the colours can be told from grey shapes, after so short a training."
                : "It does not beat the mean colour everywhere. What colours follow from grey shapes it has not found in so short a training."
        )
        record("colours/off-grey", errors[0])
        record("colours/off-mean-colour", errors[1])
        record("colours/off-u-net", errors[2])
        let painting = painted(grey, said)
        let rows = (0..<min(3, valid.shape[0])).flatMap { place -> [Raster] in
            let number = place * valid.shape[0] / 3
            return [Raster(grey[number, 0]), Raster(painting[number]), Raster(valid[number])]
        }
        show(
            ImageGrid(
                rows, titles: rows.indices.map { ["grey", "coloured by the net", "as it was"][$0 % 3] }, columns: 3,
                cellSize: 240), "Grey pictures, coloured")

        // The colours are faint. With a squared error, a net that does not know whether a car is red or blue does best
        // with a mean of both, which is grey. Serious colourizers use other losses, and many more pictures.
    }
}
