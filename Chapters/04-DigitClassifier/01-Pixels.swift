// # Pixels: the foundation of computer vision
//
// Section 4.1 · After this page you can open an image, see the numbers in it, and cut a piece out.

import Datasets
import Figures
import Notebook
import Tensors

extension DigitClassifier {
    func pixels() throws {
        // In the 1990s, reading handwritten digits was a job for people. Then Yann LeCun and his
        // colleagues built LeNet-5 (1998), the first system that read sequences of them well enough to
        // be useful, and published the images that it was tested on: MNIST. This dataset is small
        // enough for any computer, and has been everybody's first one ever since.
        //
        // The task of this chapter is smaller still: is it a three or a seven?
        //
        // The images are in folders, and the name of the folder is the label. Training and validation
        // images are kept apart from the start:
        // #hide
        if source.isBooks, let folder = source.folder {
            show(try Listing(of: folder), dataName)
            show(try Listing(of: folder.appending(path: "train")), "train")
        } else {
            show("This run uses \(dataName) instead of the book's images. They are not stored in folders.")
        }
        show(try digits.train.names(of: 3), "train/3")
        // #hide
        let strays = try digits.train.ignored + digits.valid.ignored
        // #hide
        if strays > 0 { show("\(strays) other files among the images were skipped.") }

        // The names are sorted as text, 10.png before 1007.png, so that the second image is the same
        // one for everybody. Here it is:
        let image = try trainBytes.threes[1]
        show(picture(image), "A handwritten three")

        // To a computer this is a table of numbers. Each is a *pixel*, a byte from 0 (white, here) to
        // 255 (black). Rows count from the top, columns from the left, both from 0; a range does not
        // include its end:
        show(image[4..<10, 4..<10], "rows 4 to 9, columns 4 to 9")

        // Print every number on a background as dark as the number says, and the top of the three
        // appears:
        show(PixelTable(image[4..<15, 4..<22], rowsFrom: 4, columnsFrom: 4), "Numbers and picture in one")

        // How many pixels are there in all?
        show(
            "\(image.shape), \(image.count) pixels, from \(image.scalars.min()!) to \(image.scalars.max()!)",
            predict: .count("How many pixels does an image have?", image.count))

        // 28 times 28 is 784. (The book's text says 768 in one place.)
        //
        // Before you go on, think about how *you* would have a computer tell a 3 from a 7 by these
        // numbers: what to look for, how to find it, how to decide.
    }
}
