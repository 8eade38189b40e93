// # Another kernel, another map
//
// Section 13.2 · After this page you can find left edges, and say at how many places a kernel fits into an image.

import Figures
import Notebook
import Tensors

// The book's second kernel finds left edges, places where it is empty on the left and dark from there on. It has three
// equal rows, and it compares a pixel with its left neighbour, not with the pixel two to the left:

/// Finds left edges: −1 for each pixel on the left, +1 for each in the middle. (The book's `left_edge`.)
public let leftEdge = Tensor([[-1, 1, 0], [-1, 1, 0], [-1, 1, 0]])

// With `edgeMap` of the page before, its map of the three is

extension ConvolutionalNets {
    /// What the kernel of left edges gives for the three [26, 26]. (The book's `left_edge3`.)
    var leftEdgeMap: Tensor { get throws { try run.once { try edgeMap(leftEdge, of: try three) } } }

    func mapOfLeftEdges() throws {
        show(
            drawn([("left edges", try leftEdgeMap)]),
            "The same three through another kernel: what the top edges left out, strokes that go upright, is found here"
        )

        // What a kernel answers depends on how it was turned. So turn the image instead: exchange its rows and columns
        // (`transposed` lays it on its side). Take the kernel of top edges to it, and turn the map back. Beside it, the
        // map of the kernel that has been turned, whose rows are −1, 0, +1:
        let image = try three
        let turned = try edgeMap(topEdge, of: image.transposed()).transposed()
        let upright = try edgeMap(topEdge.transposed(), of: image)
        show(
            turned.scalars == upright.scalars, "turning the image is as good as turning the kernel",
            ask: "Turn the image, take the kernel of top edges to it, turn the map back. Is that the map of the turned "
                + "kernel?")

        // It is: the left edges of an image are the top edges of the image on its side.
    }

    func placesInAnImage() throws {
        // How large is a map? Count the places in a small image:
        record(
            "small-image/rows", try edgeMap(topEdge, of: .ones(4, 4)).shape[0], book: 2,
            ask: "An image of 4 × 4 and a kernel of 3 × 3: how many rows has the map?")

        // The kernel fits into a row of four pixels twice, beginning at the first and at the second:
        show(
            KernelPlaces(input: 4, kernel: 3).diagram(
                "Four places in an image of 4 × 4", [(0, 0), (0, 1), (1, 0), (1, 1)]),
            "4 × 4 pixels, a kernel of 3 × 3, and an output of 2 × 2")

        // In general, an image of h × w pixels has (h − 2) × (w − 2) places for a kernel of 3 × 3: the middle of the
        // kernel can be anywhere but in the outermost rows and columns. (The drawing is made after one in the guide to
        // convolution arithmetic by Vincent Dumoulin and Francesco Visin, 2016, as is the book's.)
        var table = TextTable(["image", "map", "places", "of all pixels"], decimals: 3)
        for side in [3, 4, 6, 28, 224] {
            let places = (side - 2) * (side - 2)
            table.add("\(side) × \(side)", "\(side - 2) × \(side - 2)", places, Float(places) / Float(side * side))
        }
        show(
            table, "Places of a 3 × 3 kernel",
            predict: .shape("What is the shape of the map of an image of 224 × 224?", [222, 222]))

        // So every map is a little smaller than its image. For one map that hardly matters. After ten, one upon the
        // other, twenty rows are gone. Section 13.4 will do something about it.
        //
        // Our `edgeMap` takes the kernel to one place after the other, and each time it makes tensors for the window,
        // the products and the sum. That is fine to understand it, and much too slow to train with. Section 13.3 builds
        // what libraries have for it.
    }
}
