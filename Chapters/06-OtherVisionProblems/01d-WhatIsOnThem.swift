// # What is on them
//
// Section 6.1 · After this page you look at how labels are spread before you train, and know what a program gets for
// saying nothing.

import Figures
import Foundation
import Notebook
import Tabular
import Tensors
import Vision

// Look at the targets before you look at any accuracy. Two counts say most of what is to be known: how many labels
// photos have, and how many photos a label has. (`photos` are the rows of the table whose photos can be read, and
// `classes` all labels that occur, each once.)

extension OtherVisionProblems {
    func labelsPerPhoto() throws {
        let counts = try photos.map { labelsOf($0).count }
        let most = counts.max()!
        let bins = (0...most).map { k in counts.count { $0 == k } }
        show(
            Chart("Most photos have one label or two", x: "labels of a photo", y: "photos") {
                Bars((0...most).map(String.init), bins)
            }, "Labels per photo, \(dataName)")
        record("labels/per-photo", Double(counts.reduce(0, +)) / Double(counts.count), on: source)
    }

    func photosPerLabel() throws {
        let names = try classes.classes
        let all = try photos.flatMap(labelsOf)
        let counts = names.map { name in all.count { $0 == name } }
        let order = names.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
        show(
            Chart("Some labels are many times as frequent as others", x: "label, by frequency", y: "photos") {
                Bars(order.map { names[$0] }, order.map { counts[$0] })
            }, "Photos per label, \(dataName)")
        let (first, last) = (order.first!, order.last!)
        let some = [names[first], names[order[order.count / 2]], names[last]].reduced()
        show(
            "\(names[first]): \(counts[first]), \(names[last]): \(counts[last])",
            "photos with the most and the least frequent label",
            predict: some.count < 2
                ? nil : .choice("Which of these is on the most photos?", some, answer: names[first]))
    }

    func sayingNothing() throws {
        // Now the trap. There are twenty questions about each photo, one for each label: is it there? To most of them
        // the answer is no. So think of a program that says no to all of them, whatever the photo. How many of its
        // answers are right?
        let labels = try photos.reduce(0) { $0 + labelsOf($1).count }
        let (count, cells) = (try photos.count, try photos.count * classes.count)
        let right = 1 - Double(labels) / Double(cells)
        show("\(cells) answers about \(count) photos, and \(labels) of them should be yes")
        record(
            "baseline/saying-nothing", right, on: source,
            predict: .share(
                "Which share of the answers is right, if a program says no to each of the \(try classes.count) questions about each photo?",
                right, within: .plusMinus(0.05)))

        // Remember that number. The book's training ends with an accuracy of 95 %, and in its data, with about one and
        // a half labels for each photo, a program that says nothing reaches some 92 or 93 %. An accuracy means
        // something only beside such a baseline.
    }

    func labelsTogether() throws {
        // Labels are not independent of each other. Which of them come together? A row is a label, and its numbers are
        // the shares of its photos that also have the label of the column:
        let names = try classes.classes
        let rows = try photos.map { Set(labelsOf($0)) }
        let counts = names.map { name in rows.count { $0.contains(name) } }
        let frequent = Array(names.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }.prefix(8))
        let shares = frequent.map { a in
            frequent.map { b -> Double? in
                if a == b || counts[a] == 0 { return nil }
                return Double(rows.count { $0.contains(names[a]) && $0.contains(names[b]) }) / Double(counts[a])
            }
        }
        let labels = frequent.map { names[$0] }
        show(
            HeatTable(
                "Who comes with whom", rows: labels, columns: labels, shares, range: 0...1, decimals: 2),
            "Share of the row's photos that also show the column's thing, the eight most frequent labels")

        // A net that has one output for each label is free to learn such things: that somebody sits at many a table.
        // The twenty questions have separate answers, but they share the body of the net.
    }
}
