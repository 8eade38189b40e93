// # Normalizing a batch of images
//
// Section 17.5 · After this page you can put the axes of a mean in the right places, and recognize the case in which a
// wrong place goes unnoticed.

import Figures
import Notebook
import Tensors

// The book asks in passing: a batch has 64 images of 3 × 256 × 256, that is, three colours first and then rows and
// columns. For each colour there are a mean and a standard deviation, two vectors of three numbers. How do you
// normalize the batch?
//
// Written down as they are, they do not fit:

extension Foundations {
    func batchAndMean() {
        show(
            ShapeAlignment("batch", [64, 3, 256, 256], "mean", [3], title: "The three colours meet the columns"),
            "64 × 3 × 256 × 256 with 3")

        // The 3 of the mean has to stand below the 3 of the batch. There are two axes to the right of it, rows and
        // columns, so the mean needs two new axes at its end. The one in front may be left out:
        show(
            ShapeAlignment("batch", [64, 3, 256, 256], "mean", [3, 1, 1], title: "Two new axes put it in its place"),
            "64 × 3 × 256 × 256 with 3 × 1 × 1",
            predict: .shape(
                "The batch is [64, 3, 256, 256]. Which shape must the mean of 3 colours get? (No axis in front.)",
                [3, 1, 1]))
    }
}

// So, for any number of axes after the channels:

/// Each channel of a batch shifted by its mean and divided by its standard deviation.
///
/// images [n, channels, …] · mean, std [channels] → [n, channels, …]
public func normalized(_ images: Tensor, mean: Tensor, std: Tensor) -> Tensor {
    require(
        images.rank >= 2 && mean.shape == [images.shape[1]] && std.shape == mean.shape,
        "normalizing \(images.shape)", "the mean is \(mean.shape), the standard deviation \(std.shape)",
        try: "a number for each channel, and a batch: images first, then channels")
    let axes = Array(repeating: 1, count: images.rank - 2)
    return (images - mean.reshaped(mean.shape + axes)) / std.reshaped(std.shape + axes)
}

extension Foundations {
    func normalizeABatch() {
        // (`reshaped` gives the same numbers another shape: [3] becomes [3, 1, 1] in one step, where `unsqueezed(-1)`
        // would have to be called twice.) On random images, whose colours have means and standard deviations of their
        // own:
        var random = run.random
        let (mean, std) = (Tensor([0.485, 0.456, 0.406]), Tensor([0.229, 0.224, 0.225]))
        let noise = Tensor.randn(run.size(quick: 2, usual: 64), 3, 256, 256, using: &random)
        let images = noise * std[0..., .newAxis, .newAxis] + mean[0..., .newAxis, .newAxis]
        let result = normalized(images, mean: mean, std: std)
        show(result.shape, "the shape has not changed")
        var table = TextTable(["colour", "mean before", "after", "standard deviation before", "after"], decimals: 4)
        for (channel, colour) in ["red", "green", "blue"].enumerated() {
            let (before, after) = (images[0..., channel], result[0..., channel])
            table.add(colour, average(before), average(after), spread(before), spread(after))
        }
        show(table, "A batch before and after")
    }

    func rightByAccident() {
        // Suppose somebody forgets the new axes, and the images happen to be three columns wide. (Or it is three digits
        // in one row, or three sensors: it does not take an image.) Then a vector of three does fit, in the wrong
        // place:
        let images = Tensor.ones(2, 3, 4, 3)
        let mean = Tensor([0, 1, 2])
        show(
            ShapeAlignment("batch", [2, 3, 4, 3], "mean", [3], title: "It fits, and it is wrong"),
            "Images of three columns, and a mean for three colours",
            predict: .yesNo("The batch is [2, 3, 4, 3], the mean of three colours [3]. Does subtracting fail?", false))
        let (wrong, right) = (images - mean, images - mean[0..., .newAxis, .newAxis])
        show(wrong[0, 0, 0].scalars, "first row of the first colour, without new axes: each column lost another number")
        show(right[0, 0, 0].scalars, "with new axes: the mean of the first colour is 0")

        // Nothing complains, and the shape of the result is right. So when lengths happen to be equal, a check of the
        // shape proves nothing. Try your code with lengths that are all different.
    }

    // MARK: Helpers

    private func average(_ x: Tensor) -> Double { Double(x.mean().item) }

    /// The root of the mean squared distance from the mean.
    private func spread(_ x: Tensor) -> Double {
        let distances = x - x.mean()
        return Double((distances * distances).mean().item).squareRoot()
    }
}
