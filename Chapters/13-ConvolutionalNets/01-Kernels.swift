// # The magic of convolutions
//
// Section 13.1 · After this page you can say what a feature is, and take a kernel of nine numbers to one place of an
// image.

import Figures
import Notebook
import Tensors

// In chapter 4, a net of two linear layers told threes from sevens with more than 98 percent, and a ResNet from a
// library got almost all of them right. This chapter begins to close the gap between the two. First come convolutions;
// then, what it takes to train a net of them without accidents.
//
// One of the oldest tools of machine learning is *feature engineering*: to transform the data so that a model has it
// easier. Taking a date apart into weekday, month and "is it a month's end?" is an example (section 9.4). A *feature*
// is the result of such a transformation. In an image, it is something that strikes the eye. A seven has a horizontal
// edge near the top, and below it a diagonal from the upper right to the lower left. A three has horizontal edges at
// the top, in the middle and at the bottom, with other diagonals between them. If edges tell digits apart, why not give
// the model the edges?
//
// To find one takes no more than multiplying and adding. What is multiplied by is a small table of numbers, a *kernel*.
// This one finds top edges, places where it is empty above and dark below:

/// Finds top edges: −1 for each pixel of the row above, +1 for each of the row below. (The book's `top_edge`.)
public let topEdge = Tensor([[-1, -1, -1], [0, 0, 0], [1, 1, 1]])

extension ConvolutionalNets {
    func aKernelOfNineNumbers() throws {
        // And here is an image to try it on. The book takes file 12.png of the training threes.
        // #hide
        if !sampleSource.isBooks { show("This run has \(sampleSource.name) in place of the book's images.") }
        let image = try three
        show(Raster(try threeBytes, colours: .ink), "\(try threeName), 28 × 28 pixels, 0 is white and 255 is black")

        // A kernel is put on the image like a small window. It covers 3 × 3 pixels. Each pixel is multiplied by the
        // number that lies on it, and all nine products are added up. In the corner at the top left, that is:
        let products = image[0..<3, 0..<3] * topEdge
        show(products, "the corner times the kernel, number by number (−0 is what 0 times −1 gives)")
        record(
            "top-edge/corner", products.sum().item, book: 0, on: sampleSource,
            ask: "The corner of the image is blank. What is the sum of its products with the kernel?")
    }

    func oneTopEdge() throws {
        // Nothing is there, so nothing is found. To see where something is, look at the upper part of the image as
        // numbers:
        show(PixelTable(try threeBytes[0..<10, 0..<20]), "Rows 0 to 9, columns 0 to 19")

        // Here is a place where a stroke begins. (In the book's three it is row 5, column 7, and the window around it
        // is rows 4 to 6, columns 6 to 8.) It has little ink above, and much below:
        let image = try three
        let (row, column) = try placeAtTop
        let window = image[(row - 1)...(row + 1), (column - 1)...(column + 1)]
        show(window, "the window around row \(row), column \(column)")
        record(
            "top-edge/at-the-top", (window * topEdge).sum().item, book: 762, on: sampleSource,
            ask: "What does the kernel give for this window?")
        show(
            windowDiagram(image, row, column, topEdge, title: "A large number: a top edge"),
            "The window in its surroundings, the kernel, the products and their sum")
    }

    func noTopEdge() throws {
        // And here is a place at the right side of a stroke. There is an edge, too, but none that this kernel looks
        // for: it compares what is above with what is below, and the two are alike.
        let image = try three
        let (row, column) = try placeAtRight
        let window = image[(row - 1)...(row + 1), (column - 1)...(column + 1)]
        show(window, "the window around row \(row), column \(column)")
        let side = (window * topEdge).sum().item
        record("top-edge/at-the-right", side, book: -29, on: sampleSource)

        // How much is much? The largest that nine pixels from 0 to 255 can give is three times 255, and the smallest
        // is the opposite.
        let largest = (Tensor([[0, 0, 0], [0, 0, 0], [255, 255, 255]]) * topEdge).sum().item
        show(
            largest, "the largest number that the kernel can give",
            ask: "What is the largest number that this kernel can give for pixels from 0 to 255?")
        // #hide
        show(verdict(onSide: side, of: largest))
    }

    // MARK: Helpers

    private func verdict(onSide side: Float, of largest: Float) -> String {
        let share = Int((abs(side) / largest * 100).rounded())
        let verdict =
            share < 10 ? "next to nothing" : share < 25 ? "little" : "not so little, since its edge is not upright"
        return "At the right side of the stroke there are \(share) percent of that: \(verdict)."
    }
}
