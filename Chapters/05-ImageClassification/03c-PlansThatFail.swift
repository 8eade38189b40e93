// # Plans that fail
//
// Section 5.3 · After this page you have seen seven ways for a plan to fail, and what each of them says.

import Figures
import Foundation
import Notebook
import Tensors
import Vision

// The collate error is the most famous, but there are others. Each plan here, made by `block`, has one mistake. What
// matters is that a message says three things: where it happened, what was expected, and what was found.

extension ImageClassification {
    func oneMistakeEach() throws {
        let all = try photos
        // Two breeds are enough for this, and two photos of each.
        let grouped = Dictionary(grouping: all) { (try? breedOf($0)) ?? "" }.filter { $0.value.count > 1 }
        let names = grouped.keys.sorted().prefix(2)
        let files = names.flatMap { grouped[$0]!.prefix(2) }
        func block(
            _ splitter: Splitter<URL> = .index([1, 3]),
            getY: @escaping (URL) throws -> String = breedOf
        ) -> DataBlock<URL, CategoryBlock> {
            DataBlock(target: CategoryBlock(), splitter: splitter, getY: getY, item: Resize(32))
        }
        let missing = files[0].deletingLastPathComponent().appending(path: "Bengal_0.jpg")
        let nowhere = URL(filePath: "/pets/imags")
        let plans: [(mistake: String, summary: DataBlockSummary)] = [
            ("a folder that is not there", block().summary(nowhere)),
            ("a pattern that fits no name", block(getY: label(matching: #/(.+)-\d+\.jpg$/#)).summary(of: files)),
            ("all photos are for validation", block(.index([0, 1, 2, 3])).summary(of: files)),
            ("a photo in both sets", block(Splitter { _ in ([0, 1, 2], [2, 3]) }).summary(of: files)),
            ("one class only", block(getY: { _ in "pet" }).summary(of: files)),
            (
                "a class that nobody learned",
                block(.index([3]), getY: { $0 == files[3] ? "unicorn" : try breedOf($0) }).summary(of: files)
            ),
            ("a file that is not there", block(.index([3])).summary(of: [missing] + files)),
        ]
        for (mistake, summary) in plans {
            show(try pets.shortText(summary.lines.last ?? ""), mistake)
        }
        show(plans.allSatisfy { $0.summary.problem != nil }, "all of them failed")

        // None of these came from a training. `summary` never fails, and never trains: it ends with the line that would
        // have ended the training, an hour later perhaps.
    }
}
