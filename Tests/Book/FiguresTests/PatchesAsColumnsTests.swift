import TestSupport
import Testing

@testable import Figures

@Suite struct `Patches as columns` {
    let picture = PatchesAsColumns([[0, 1, 2], [3, 4, 5], [6, 7, 8]], kernel: [[1, 0], [0, -1]])

    @Test func `every place of the kernel is a column`() {
        #expect(picture.columns == [[0, 1, 3, 4], [1, 2, 4, 5], [3, 4, 6, 7], [4, 5, 7, 8]])
        #expect(picture.row == [1, 0, 0, -1] && picture.results == [-4, -4, -4, -4])
    }

    @Test func `a stride leaves places out, and what does not fit at the end`() {
        let image = [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9], [10, 11, 12, 13, 14], [15, 16, 17, 18, 19]]
        let picture = PatchesAsColumns(image, kernel: [[1, 1], [1, 1]], stride: 2)
        #expect(picture.columns == [[0, 1, 5, 6], [2, 3, 7, 8], [10, 11, 15, 16], [12, 13, 17, 18]])
    }

    @Test func `it draws a copy of the image for each patch, the columns, the row and the result`() throws {
        let all = try #require(elements(picture.svg))
        #expect(all.filter { $0.name == "rect" }.count == 1 + 4 * 9 + 4 + 16 + 4 + 4)
        let texts = all.filter { $0.name == "text" }.map(\.text)
        #expect(texts.contains("patch 4") && texts.contains("kernel") && texts.count { $0 == "−4" } == 4)
        let page = all.first { $0.name == "rect" }!
        for box in all.filter({ $0.name == "rect" }).dropFirst() {
            #expect(box.number("x") + box.number("width") <= page.number("width"))
        }
    }

    @Test func `in plain text, image and columns stand side by side`() {
        #expect(
            picture.terminal(.plain).lines == [
                "image            its patches", " 0 1 2           0 1 3 4", " 3 4 5           1 2 4 5",
                " 6 7 8           3 4 6 7", "                 4 5 7 8", "",
                "kernel [1 0 0 -1] times each column: [-4 -4 -4 -4]",
            ])
    }

    @Test func `nothing at all, and images that nobody could read, stop the program with a message`() async {
        let empty = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = PatchesAsColumns([[]] as [[Float]], kernel: [[1]])
        }
        #expect(message(of: empty).contains("does not fit into an image of [0]"))
        let large = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = PatchesAsColumns(Array(repeating: Array(repeating: 1, count: 20), count: 20), kernel: [[1]])
        }
        #expect(message(of: large).contains("400 numbers"))
        let still = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = PatchesAsColumns([[1, 2]], kernel: [[1]], stride: 0)
        }
        #expect(message(of: still).contains("its stride is 0"))
    }

    @Test func `a kernel that is larger than the image stops the program`() async {
        await #expect(processExitsWith: .failure) { _ = PatchesAsColumns([[1, 2]], kernel: [[1], [2]]) }
    }
}
