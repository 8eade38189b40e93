// # Convolutions of whole batches
//
// Section 13.3 · After this page you can say what the four axes of a convolution's input and of its weight mean.

import Figures
import Notebook
import Tensors

// Convolutions are so common that every library has a function for them. PyTorch's is `F.conv2d(input, weight)`, and
// its two arguments have shapes of four axes:
//
//     input    (minibatch, in_channels, iH, iW)
//     weight   (out_channels, in_channels, kH, kW)
//
// Why four, when an image has two, and so has a kernel? Because of two tricks. It takes many images at once, and it
// takes many kernels to each of them at once. And images may have several *channels*, such as red, green and blue. Ours
// has a single one, but its axis has to be there: an image is a tensor [channels, rows, columns] of rank 3.
//
// (Where the book puts its kernels together, its text names their axes as channels in, features out, rows, columns.
// That is a slip. The first axis is the one of the kernels, as above: features out, then channels in.)
//
// For kernels, take the two that we have, top and left edges, and two for diagonals:

/// Finds edges that run from the lower left to the upper right. (The book's `diag1_edge`.)
public let diagonalEdge1 = Tensor([[0, -1, 1], [-1, 1, 0], [1, 0, 0]])

// and the other way. `edgeKernels` puts all four together:

/// Finds edges that run from the upper left to the lower right. (The book's `diag2_edge`.)
public let diagonalEdge2 = Tensor([[1, -1, 0], [0, 1, -1], [0, 0, 1]])

extension ConvolutionalNets {
    /// Left, top, and two diagonals, as the weight of a convolution [4, 1, 3, 3]. (The book's `edge_kernels`.)
    var edgeKernels: Tensor {
        Tensor.stack([leftEdge, topEdge, diagonalEdge1, diagonalEdge2]).unsqueezed(1)
    }

    func kernelsAsAWeight() throws {
        // `stack` lays them one behind the other, and makes a new first axis. `unsqueezed(1)` inserts an axis of length
        // 1 for the channel:
        let stacked = Tensor.stack([leftEdge, topEdge, diagonalEdge1, diagonalEdge2])
        show(stacked.shape, "four kernels, stacked", ask: "Four kernels of 3 × 3 are stacked. What is the shape?")
        record("edge-kernels/axes-stacked", stacked.rank, book: 3)
        let weight = stacked.unsqueezed(1)
        show(weight.shape, "with an axis for the channel", ask: "And with a unit axis at place 1?")
        record("edge-kernels/axes", weight.rank, book: 4)
        record("edge-kernels/kernels", weight.shape[0], book: 4)

        // For images, take the first 64 of the validation set, as the book does: `xb`. (They are in the order of their
        // labels, so the first are threes. The pixels are floats from 0 to 1 here. The book builds its batches with a
        // `DataBlock`, which says where images and labels are found; here a few lines that slice a tensor do.)
        let images = try xb
        show(
            images.shape, "a batch of images", ask: "64 grey images of 28 × 28 pixels: what is the shape of the batch?")
        record("batch/images", images.shape[0], book: 64, on: sampleSource)
    }

    func diagonalsInFlatInk() throws {
        // One thing sets the diagonal kernels apart. Top and left edges have as many −1 as +1. Count them in the other
        // two:
        var table = TextTable(["kernel", "sum of its weights", "in flat ink of value 1"], decimals: 0)
        let names = ["left edge", "top edge", "diagonal 1", "diagonal 2"]
        for (name, kernel) in zip(names, [leftEdge, topEdge, diagonalEdge1, diagonalEdge2]) {
            let flat = try applyKernel(kernel, to: .ones(3, 3), row: 1, column: 1)
            table.add(name, kernel.sum().item, flat)
        }
        show(
            table, "What the four kernels give where nothing changes",
            predict: .count(
                "A window is ink all over, of value 1. What does the first diagonal kernel give?",
                Int(try applyKernel(diagonalEdge1, to: .ones(3, 3), row: 1, column: 1))))

        // Three against two: the inside of a stroke is not quite 0 for them. As detectors of edges they are a little
        // crude. They are the book's, and good enough to see how a batch goes through several kernels. (Exercise 13.1
        // takes kernels of other sizes.)
    }
}
