// # Three channels
//
// Section 13.9 · After this page you can take a colour picture apart into its channels, and put it together again.

import Datasets
import Figures
import Layers
import Notebook
import Tensors

// So far, all images were grey: a single number for each pixel. A pixel of a colour picture has three, how much red,
// green and blue light it sends out. As a tensor, the picture has rank 3, [channels, height, width], with three
// channels. The book takes a photograph of a bear, with 3 × 1000 × 846 numbers. That one cannot be part of this
// project, so here is a generated scene:

extension ConvolutionalNets {
    /// A generated colour picture [3, 192, 192], 0...1.
    var colourPicture: Tensor {
        get throws {
            try run.once {
                let scenes = try GeneratedScenes(count: 1, size: 192, classes: [.house], seed: run.seed)
                return Tensor(scenes.images[0].permuted(2, 0, 1)) / 255
            }
        }
    }

    func threeChannels() throws {
        let picture = try colourPicture
        show(picture.shape, "its shape", ask: "192 × 192 pixels in colour. What is the shape of the tensor?")
        show(Raster(picture), "A picture of red, green and blue")

        // The house is one of ten kinds of things that the generator can draw, each before a background that is no help
        // in guessing it. Here are two of every kind; nets that learn colour pictures will meet them again:
        let scenes = try GeneratedScenes(count: 20, size: 96, seed: run.seed)
        show(
            ImageGrid(
                (0..<20).map { Raster(Tensor(scenes.images[$0].permuted(2, 0, 1)) / 255) },
                titles: scenes.labels.map { scenes.names[$0] }, columns: 5),
            "Two generated scenes of each class")

        // One pixel, and one channel:
        show(picture[0..., 20, 100], "red, green and blue of the pixel in row 20 and column 100")
        show(picture[0].shape, "the red channel", ask: "And the shape of its red channel?")

        // A channel alone is a grey image. Here it is drawn in its own colour, from black, where there is none of that
        // light, to the full colour. (The book draws 255 minus the channel on white paper; it comes to the same.) What
        // is white is bright in all three, what is blue mostly in the last:
        let lights = [Tensor([1, 0, 0]), Tensor([0, 1, 0]), Tensor([0, 0, 1])].map { picture * $0.reshaped(3, 1, 1) }
        show(
            ImageGrid(lights.map { Raster($0) }, titles: ["red", "green", "blue"], columns: 3),
            "The three channels of the picture, each in its own light")

        // Nothing got lost. Light adds up, and the three together are the picture:
        show((lights[0] + lights[1] + lights[2]).scalars == picture.scalars, "red + green + blue is the picture")

        // In files, the three numbers of a pixel lie side by side, [height, width, channels]. For a convolution they
        // have to be moved to the front, as here, since it wants [n, channels, height, width]:
        show(picture.permuted(1, 2, 0).shape, "the picture as it lies in a file")
        show(picture.unsqueezed(0).shape, "and as a batch of one")

        // The pictures that are learned from at the end of this section come in the same order:
        let small = try colourSource.contents.trainImages[0]
        show(small.shape, "a small picture as it was read, from \(colourSource.name)")
        show(Raster(Tensor(small.permuted(2, 0, 1)) / 255), "A picture from \(colourSource.name)")
    }
}
