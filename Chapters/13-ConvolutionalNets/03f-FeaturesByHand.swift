// # Features made by hand
//
// Section 13.3 · After this page you can name features that people made before nets learned them, and have measured
// what edges are worth.

import Common
import Datasets
import Figures
import Notebook
import Tensors

// The book asks, for further research, which other features there were in computer vision besides edges, especially
// before deep learning. Here are some that every textbook knows, each with what it looks for:

extension ConvolutionalNets {
    func featuresBeforeLearning() {
        var table = TextTable(["year", "by", "feature", "what it looks for"])
        table.add("1986", "Canny", "Canny edges", "thin connected lines where brightness changes most")
        table.add("1988", "Harris, Stephens", "corners", "places that differ from their surroundings in all directions")
        table.add("1996", "Ojala and others", "LBP", "which of its eight neighbours are brighter than a pixel: texture")
        table.add("1999", "Lowe", "SIFT", "key points that can be found again after turning and scaling")
        table.add("2001", "Viola, Jones", "Haar-like", "rectangles darker than those beside them, found very fast")
        table.add("2005", "Dalal, Triggs", "HOG", "how much of each direction the edges in a part of the image have")
        show(table, "Features that people made")
    }
}

// The last of them, histograms of oriented gradients, is close to what we have. A HOG divides the image into parts, and
// notes for each of them how strong its edges of each direction are. A small one of our own has four directions and 4 ×
// 4 parts. For each part it takes the mean of a map:

/// The means of 4 × 4 parts of 6 × 6 pixels: [n, channels, 24, 24] → [n, channels · 16]
func meansOfParts(_ maps: Tensor) -> Tensor {
    maps.reshaped(maps.shape[0], -1, 4, 6, 4, 6).mean(axes: 3, 5).flattened(from: 1)
}

// And the maps are those of top, bottom, left and right edges. (`relu` keeps what is above zero, so a map and its
// negative give two of them.)

/// How much there is of four kinds of edges in each of 4 × 4 parts: [n, 1, 28, 28] → [n, 64]
func edgeFeatures(_ images: Tensor) -> Tensor {
    let maps = images.conv2d(Tensor.stack([topEdge, topEdge.transposed()]).unsqueezed(1))
    let edges = Tensor.cat([maps.relu(), (-maps).relu()], axis: 1)  // [n, 4, 26, 26]
    return meansOfParts(edges[0..., 0..., 1..<25, 1..<25])
}

// Are they worth it? Let the simplest of all methods judge, that of chapter 4's beginning: the mean of the threes, the
// mean of the sevens, and whichever is nearer. `accuracyOfMeans` does that with anything that is made of the images. A
// thousand of each digit are enough, for training and for validation:

extension ConvolutionalNets {
    /// The share of validation images, at most a thousand of each digit, that are nearer to the mean of their own
    /// class, after `transform`.
    func accuracyOfMeans(_ transform: (Tensor) -> Tensor) throws -> Float {
        func images(_ digits: LabelledDigits, _ digit: Int) -> Tensor {
            let all = digits.images(of: digit)
            return (Tensor(all[0..<min(1000, all.shape[0])]) / 255).unsqueezed(1)
        }
        let means = try [3, 7].map { transform(images(try sample.train, $0)).mean(axis: 0) }
        let right = try [3, 7].enumerated().map { index, digit in
            let features = transform(images(try sample.valid, digit))
            let distances = means.map { (features - $0).squared().sum(axis: 1) }
            return Tensor(distances[index] .< distances[1 - index])
        }
        return Tensor.cat(right).mean().item
    }

    func whatEdgesAreWorth() throws {
        // Three descriptions of an image: all its 784 pixels; the darkness of its 4 × 4 parts, 16 numbers; and the
        // edges in the same parts, 64 numbers.
        let pixels = try accuracyOfMeans { $0.flattened(from: 1) }
        let darkness = try accuracyOfMeans { meansOfParts($0[0..., 0..., 2..<26, 2..<26]) }
        let edges = try accuracyOfMeans(edgeFeatures)
        var table = TextTable(["description", "numbers", "accuracy of the nearer mean"], decimals: 4)
        table.add("pixels", 784, pixels)
        table.add("darkness of 4 × 4 parts", 16, darkness)
        table.add("edges in 4 × 4 parts", 64, edges)
        show(
            table, "Threes and sevens, on \(sampleSource.name)",
            predict: .change(
                "From how dark each part is to which edges are in it: what happens to the accuracy?", from: darkness,
                to: edges))
        record("nearest-mean/pixels", pixels, on: sampleSource)
        record("nearest-mean/darkness", darkness, on: sampleSource)
        record("nearest-mean/edges", edges, on: sampleSource)
        show(verdict(pixels: pixels, darkness: darkness, edges: edges))

        // The method has not changed, nor has what is in the images: a feature is information in a form that a model
        // can use. But this one took a person who thought of it. The sections that follow let a net find its own.
    }

    // MARK: Helpers

    private func verdict(pixels: Float, darkness: Float, edges: Float) -> String {
        let first = edges > darkness ? "tell more about them than" : "tell no more about them than"
        let second = edges > pixels ? "more, even, than" : edges < pixels ? "though less than" : "just as much as"
        return "The edges in the parts \(first) their darkness, \(second) all pixels."
    }
}
