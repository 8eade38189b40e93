// # The form behind them
//
// Section 10.3 · After this page you have found the slots of a form that you have never seen, and know what that does
// not prove.

import Common
import Figures
import Notebook
import Tensors

// To compare every letter with every other one by that table would take long: 700 letters make 245,000 pairs. There is
// a shorter way to see that two letters *may* be from one form. Write down all pairs of words that follow each other
// (`pairsOfWords`). What two letters have in common, as a share of all that either has, is their `overlap` (the index
// that P. Jaccard proposed in 1901 to compare the plants of two meadows). `grouped` puts letters together whose overlap
// is large enough, which makes `groupsOfLetters`; `bestGroups` are those for the overlap that serves best:

/// What two sets have in common, as a share of all that is in either.
public func overlap<Item>(_ a: Set<Item>, _ b: Set<Item>) -> Double {
    let common = a.intersection(b).count
    return common == 0 ? 0 : Double(common) / Double(a.count + b.count - common)
}

/// Groups of letters: whoever overlaps with one of a group by at least so much belongs to it.
/// - Returns: for each letter, the number of its group.
public func grouped(_ letters: [Set<Int>], from least: Double) -> [Int] {
    var groups = Array(letters.indices)
    func root(_ place: Int) -> Int {
        var place = place
        while groups[place] != place { place = groups[place] }
        return place
    }
    for i in letters.indices {
        for j in 0..<i {
            let (a, b) = (root(i), root(j))
            if a != b, overlap(letters[i], letters[j]) >= least { groups[max(a, b)] = min(a, b) }
        }
    }
    return letters.indices.map(root)
}

extension FilmReviews {
    /// Each letter's pairs of words that follow each other, as numbers.
    var pairsOfWords: [Set<Int>] {
        var numbers: [String: Int] = [:]
        return councilLetters.map { letter in
            let pairs = zip(letter.words, letter.words.dropFirst()).map { first, second in
                let pair = first + " " + second
                let number = numbers[pair] ?? numbers.count
                numbers[pair] = number
                return number
            }
            return Set(pairs)
        }
    }

    /// The letters of each group, the largest group first.
    func groupsOfLetters(from least: Double) -> [[Letter]] {
        let (letters, groups) = (councilLetters, grouped(pairsOfWords, from: least))
        return Dictionary(grouping: letters.indices) { groups[$0] }.sorted {
            ($1.value.count, $0.key) < ($0.value.count, $1.key)
        }.map { $0.value.map { letters[$0] } }
    }

    var bestGroups: [[Letter]] { run.once { groupsOfLetters(from: 0.45) } }

    func groupsOfAllLetters() {
        let (letters, groups) = (councilLetters, bestGroups)
        var sizes = TextTable(["overlap of at least", "largest group", "next largest", "letters alone"], decimals: 2)
        for (least, all) in [(0.25, groupsOfLetters(from: 0.25)), (0.45, groups)] {
            sizes.add(least, all[0].count, all.count > 1 ? all[1].count : 0, all.count { $0.count == 1 })
        }
        show(sizes, "Groups of \(letters.count) letters")
        // Which overlap is enough? With a quarter, most people end up in a group as well, one letter joining the next:
        // they write about the same things, and in this small town with the same phrases. With 0.45, one group stands
        // out. (The number was chosen by looking at such tables. On other letters it would be another one.)
        let alone = groups.filter { $0.count == 1 }.map { $0[0] }

        // In real life, nobody but its author knows which letters are from a form. Here it can be checked:
        let caught = groups[0].count(where: \.isFromForm)
        record(
            "letters/share-found-of-those-from-the-form", Double(caught) / Double(letters.count(where: \.isFromForm)))
        record(
            "letters/share-wrongly-found-of-the-others",
            Double(groups[0].count - caught) / Double(letters.count { !$0.isFromForm }))

        // And now count opinions again. All letters; then every group as one letter; then only those that are like no
        // other:
        func closing(_ some: [Letter]) -> Double {
            Double(some.count(where: \.isForClosing)) / Double(max(some.count, 1))
        }
        let heads = groups.map { $0[0] }
        var table = TextTable(["counted", "letters", "for closing"], decimals: 3)
        table.add("all", letters.count, closing(letters))
        table.add("each group once", heads.count, closing(heads))
        table.add("the unique ones", alone.count, closing(alone))
        show(
            table, "What the town wants",
            predict: .share(
                "\(percent(closing(letters))) of all are for closing. Which share of the unique ones?",
                closing(alone), within: .plusMinus(0.1)))
        record("letters/share-for-closing-of-the-unique-ones", closing(alone))
    }

    func slotsOfTheForm() {
        // What did the form look like? Take a letter of the group, and compare it with some others, by the table of the
        // page before. A word that nearly all of them share is from the form itself. Where others have something else,
        // there is a slot. `pieces` puts each slot on a colour:
        let group = bestGroups[0].map(\.words)
        let others = group.dropFirst(3).prefix(run.size(quick: 15, usual: 60))
        let palette: [Colour] = [.orange, .sky, .green, .purple]
        func pieces(_ letter: [String]) -> [ColouredText.Piece] {
            var kept = [Int](repeating: 0, count: letter.count)
            for other in others { for (place, _) in commonSubsequence(letter, other) { kept[place] += 1 } }
            let isFixed = kept.map { Double($0) > 0.9 * Double(others.count) }
            var (pieces, slots) = ([ColouredText.Piece](), 0)
            for stretch in stretches(of: isFixed) {
                let text = letter[stretch].joined(separator: " ")
                let isSlot = !isFixed[stretch.lowerBound]
                pieces.append(.init(text, colour: isSlot ? palette[slots % palette.count] : nil))
                slots += isSlot ? 1 : 0
            }
            return pieces
        }
        let coloured = group.prefix(3).map(pieces)
        show(
            ColouredText("Three letters, one form", coloured),
            "What was filled in is on a colour, or in brackets; what all have in common is not")
        show(coloured[0].count { $0.colour != nil }, "stretches of the first letter that were filled in")
        // Slots that stand side by side look like one. Still, the form is nearly all there, found without having been
        // told that there is one. (Figure 10-2 of the book shows real comments like this.)
        //
        // What has been shown, and what not? Many people sign a letter that somebody else has written, and mean it. A
        // form by itself is no fraud. It becomes one when nobody stands behind the letters. And it was found because it
        // was simple. A language model needs no form: it writes each letter anew.
    }
}

// MARK: Helpers

/// The stretches of a list in which all values are equal.
private func stretches(of values: [Bool]) -> [Range<Int>] {
    values.indices.reduce(into: []) { found, place in
        if let last = found.last, values[last.lowerBound] == values[place] {
            found[found.count - 1] = last.lowerBound..<place + 1
        } else {
            found.append(place..<place + 1)
        }
    }
}
