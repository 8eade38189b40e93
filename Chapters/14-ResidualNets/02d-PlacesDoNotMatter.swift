// # What the average forgets
//
// Section 14.2 · After this page you can say for which pictures an average over the grid is a good idea, and for which
// it is not.

import Datasets
import Figures
import Layers
import Notebook
import Tensors

// Stop and think, says the book: should one read letters and digits with such a net? The average forgets something.
// Take the grid behind the last convolution, and shuffle its places: every channel keeps its numbers, and they are
// elsewhere. A net that flattens notices. One that averages cannot:

extension ResidualNets {
    func shuffledPlaces() {
        var random = run.random
        let grid = Tensor.randn(1, 32, 4, 4, using: &random)
        let order = random.permutation(16)
        let shuffled = grid.reshaped(1, 32, 16).entries(order, axis: 2).reshaped(1, 32, 4, 4)
        let averaging = Sequential(AdaptiveAveragePool2d(1), Flatten(), Linear(32, 10, using: &random))
        let flattening = Sequential(Flatten(), Linear(32 * 16, 10, using: &random))
        var table = TextTable(["head", "largest change of a score"], decimals: 4)
        for (name, head) in [("mean, then linear", averaging), ("flattened, then linear", flattening)] {
            let change = noGrad { (head(grid) - head(shuffled)).abs().max().item }
            table.add(name, change < 1e-5 ? 0 : change)
        }
        show(
            table, "what the scores notice when the places of the last grid are shuffled",
            predict: .yesNo("The places of the last grid are shuffled. Does a net that averages them notice?", false))

        // (But for rounding: a sum in another order may differ in its last digit.)
    }
}

// So such a net answers like this: cut the picture into pieces, ask of each piece what it looks like, and take the mean
// of the answers. The pieces overlap and are large (the receptive fields of section 13.8), but where they are does not
// count. That suits most photographs. A dog is a dog at the left and at the right, large and small, as a whole or half
// behind a tree. Where there is no one place, size and direction in which things must be, forgetting them is right, and
// there is less to learn. `inPieces` does to an image what the average cannot see:

/// The four quarters of an image [28, 28], the upper ones exchanged with those diagonally below.
func inPieces(_ image: Tensor) -> Tensor {
    let (rows, columns) = (image.shape[0] / 2, image.shape[1] / 2)
    return image.rolled(by: rows, axis: 0).rolled(by: columns, axis: 1)
}

extension ResidualNets {
    func aDigitInPieces() {
        let digits = DigitImages.generated(digits: [3, 6, 8, 9], train: 1, valid: 1, seed: run.seed).train
        let images = (0..<4).map { Tensor(digits.images[$0]) / 255 }
        let pictures = (images + images.map(inPieces)).map { Raster($0, colours: .ink) }
        show(
            ImageGrid(pictures, titles: (0..<8).map { $0 < 4 ? "\(digits.labels[$0])" : "in pieces" }, columns: 4),
            "Generated digits, and their quarters in other places")

        // But a digit is where its strokes are. Cut it into quarters, shuffle them, and ask on average whether they
        // look like a three or an eight: nobody could say. So for reading, the answer is no, unless the pieces are as
        // large as the digit. Exercise 14.4 builds such a net.
    }
}
