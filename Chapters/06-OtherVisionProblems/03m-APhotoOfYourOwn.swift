// # A photo of your own
//
// Section 6.3 · After this page you can let the trained net look at your own photo, and it may say "nothing".

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// The net says any number of twenty things, and also none. `swift run ch06 --image FILE` shows it a photo of yours, and
// runs the section that has this page; without one, it looks at some validation photos. A thing is said if its
// probability is above a threshold. Which one? The best of 29 by F1, by the validation photos, as where 29
// thresholds were tried:

extension OtherVisionProblems {
    func whatIsThere() throws {
        let judged = try judged
        let threshold = bestThreshold(judged.outputs, judged.targets)
        record("own-photo/threshold", threshold, on: source)
        let (files, names) = (try photosToName, try classes.classes)
        var table = TextTable(["photo", "said", "the likeliest three, said or not"])
        for file in files {
            let p = try trained.predict(file).outputs.scalars
            let order = p.indices.sorted { p[$0] > p[$1] }
            let said = order.filter { p[$0] > threshold }.map { names[$0] }
            table.add(
                file.lastPathComponent, said.isEmpty ? "nothing" : said.joined(separator: ", "),
                order.prefix(3).map { "\(names[$0]) \(percent(p[$0]))" }.joined(separator: ", "))
        }
        show(
            ImageGrid(try files.map { try Photo($0, atLeast: 200).raster }, columns: 4, cellSize: 200),
            Self.ownPhoto == nil ? "Some validation photos" : "Your photo")
        show(table, "What is there? \(try body.title), \(dataName)")
        show(
            names.count, "things that it can say",
            ask: "How many different things can this net say, at most, of one photo?")
    }

    func whichBear() throws {
        // And the bears? The head with sigmoids that has also seen photos without one:
        let (bears, body) = (try bears, try bearBody)
        let (head, files) = (try bearRuns[0].heads[2], try photosToName)
        let p = head(try features(of: files, body.body(), quietPipeline(body))).sigmoid()
        var table = TextTable(["photo"] + bears.names + ["so it says"])
        for (row, file) in files.enumerated() {
            let values = p[row].scalars
            let said = values.indices.filter { values[$0] > 0.5 }.map { bears.names[$0] }
            table.rows.append(
                [file.lastPathComponent] + values.map { percent($0) as any TableCell }
                    + [said.isEmpty ? "no bear" : said.joined(separator: ", ")])
        }
        show(table, "Bears on these photos? (\(bearName))")

        // A web page with a button, as in chapter 2, would do no more than this with the file that somebody gives it.
    }
}

// MARK: Helpers

extension OtherVisionProblems {
    /// The photo of `--image`, or some of the validation photos.
    private var photosToName: [URL] {
        get throws {
            if let own = Self.ownPhoto { return [own] }
            return Array(try photos.filter(\.isValid).prefix(8)).map(photoOf)
        }
    }
}
