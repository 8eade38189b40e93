// # Every pixel to every feature
//
// Section 21.11 · After this page you can say what a dense layer makes of the places of pixels: nothing.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// (This chapter follows chapter 7 of "Deep Learning with PyTorch"; "the book" is that one here.)
//
// In a dense layer every output is a weighted sum of every input. So each feature looks at the whole picture, and has a
// weight of its own for each number in it:

extension BirdsAndAirplanes {
    func everyOutputSeesAll() {
        show(
            LayerDiagram(
                inputs: 6, neurons: 3, highlighted: 2,
                title: "Each feature has a weight for every number of the picture"),
            "A dense layer; think of 3,072 inputs and 512 features")

        // To a sum the order of its parts is all the same. Which pixels are neighbours, which one is above which: the
        // layer cannot use it, because it is not told.
    }

    func learningScrambledPictures() throws {
        // Section 21.6 has proved it for a net with given weights. Now with learning: the same training on pictures,
        // and on pictures whose pixels have all been put into one other order, the same for all of them, `scrambled`:
        let (pictures, checked) = (try flatTrain, try flatValid)
        var random = run.random
        let order = random.permutation(3072)
        func scrambled(_ set: FlatPictures) -> FlatPictures {
            TensorDataset(set.inputs.entries(order, axis: 1), set.targets)
        }
        let sets = [(pictures, checked), (scrambled(pictures), scrambled(checked))]
        let accuracies = sets.map { set in
            run.overSeeds(run.size(quick: 1, usual: 3)) { random in
                train(
                    shallowNet(features: 64, using: &random), on: set.0, checkedWith: set.1,
                    epochs: run.size(quick: 1, usual: 4, full: 20), using: &random, loss: crossEntropy
                ).validAccuracies.last!
            }
        }
        record("scrambled/accuracy-on-pictures", over: accuracies[0])
        record("scrambled/accuracy-on-scrambled", over: accuracies[1])
        show(try majorityShare, "always the more frequent class")
        let apart = abs(Spread(accuracies[0]).mean - Spread(accuracies[1]).mean)
        show(
            fixed(apart, 4), "how far apart the two are on average",
            predict: .yesNo(
                "On scrambled pictures, is a dense net more than ten percentage points worse?",
                Spread(accuracies[0]).mean - Spread(accuracies[1]).mean > 0.1))

        // What is left between them is chance: other weights meet other pixels. A person could do nothing with
        // scrambled pictures. Everything that we know of pictures beforehand (that what is close together belongs
        // together, that things have outlines) is lost on this net.
    }

    func whatAFeatureLooksLike() throws {
        // What has the net of section 21.10 learned instead? The weights of a feature have a place for each pixel, so
        // they can be looked at as a picture. These are the features that the second layer counts most, by the
        // difference of its weights for bird and airplane:
        let net = try shallowTrainings[0].net
        let (first, second) = (net.parameters[0].value.detached(), net.parameters[2].value.detached())
        let say = (second[1] - second[0]).scalars
        let strongest = say.indices.sorted { (-abs(say[$0]), $0) < (-abs(say[$1]), $1) }.prefix(8)
        show(
            ImageGrid(
                strongest.map { Raster(first[$0].reshaped(3, 32, 32), range: nil) },
                titles: strongest.map { say[$0] > 0 ? "for birds" : "for airplanes" }, columns: 8),
            "The weights of eight features, each stretched over all brightnesses")

        // If you see soft shapes in some of them, they are at fixed places: brighter here, darker there. If you see
        // mostly noise, it is what the weights began with. Neither is a wing that may be anywhere. The next page shows
        // why not.
    }
}
