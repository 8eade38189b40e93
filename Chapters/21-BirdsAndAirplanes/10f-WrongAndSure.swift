// # Wrong, and sure of it
//
// Section 21.10 · After this page you know which pictures the shallow net gets wrong, and what leads it astray.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// An accuracy is one number. It says nothing of what is behind it, so look at the mistakes.

extension BirdsAndAirplanes {
    func wrongAndSure() throws {
        // Not bad for a net without any idea of space. But look at the pictures that it gets wrong while it is most
        // sure:
        let (net, valid) = (try shallowTrainings[0].net, try flatValid)
        let probabilities = noGrad { net(valid.inputs).exp() }
        let (values, places) = probabilities.max(axis: 1)
        let wrong = (0..<valid.count).filter { places[$0].item != valid.targets[$0].item }
        let worst = wrong.sorted { (-values[$0].item, $0) < (-values[$1].item, $1) }.prefix(8)
        show(
            ImageGrid(
                try worst.map { try shown(valid.inputs[$0].reshaped(3, 32, 32)) },
                titles: worst.map { "\(pairNames[places[$0].item]) \(percent(values[$0].item))" },
                columns: 8),
            "Wrong and most sure: what the net takes them for, and with which probability")
        let sure = (0..<valid.count).filter { values[$0].item > 0.9 }
        if !sure.isEmpty {
            let right = sure.count { places[$0].item == valid.targets[$0].item }
            show(
                "\(right) of \(sure.count)", "right among the answers of which the net is more than 90 % sure")
        }

        // A trained net is sure of most of what it says, as section 21.8 has announced, and it is sure of some of its
        // mistakes, too.
    }

    func whatTheColourSays() throws {
        // What leads it astray? The backgrounds are worth a look: a bird before a bright sky, an airplane before a
        // wood. In section 21.5, a rule that looks at nothing but the colour of a picture was right about some of the
        // validation pictures, and wrong about the others. (`colourIsRight` says about which.) How good is the net on
        // the ones, and on the others?
        let (nets, valid, isRight) = (try shallowTrainings.map(\.net), try flatValid, try colourIsRight)
        let groups = [true, false].map { wanted in isRight.indices.filter { isRight[$0] == wanted } }
        // #hide
        if groups.contains(where: \.isEmpty) {
            return show("On these pictures, the colour alone tells all or nothing.")
        }
        let accuracies = groups.map { places in
            let some = TensorDataset(valid.inputs.rows(places), valid.targets.rows(places))
            return nets.map { accuracy($0, some) }
        }
        let (agrees, misleads) = (Spread(accuracies[0]), Spread(accuracies[1]))
        var table = TextTable(["pictures whose colour", "how many", "accuracy of the net"], decimals: 3)
        table.add("speaks for their class", groups[0].count, agrees)
        table.add("speaks for the other", groups[1].count, misleads)
        show(
            table, "The shallow net on \(dataName), by what the colour alone says",
            predict: .yesNo(
                "Is the net at least as good on pictures whose colour speaks for the other class?",
                misleads.mean >= agrees.mean))
        record("colour/accuracy-where-it-helps", over: accuracies[0])
        record("colour/accuracy-where-it-misleads", over: accuracies[1])
        show(
            agrees.mean - misleads.mean > 0.05
                ? "So the net, too, goes by the colour for a part."
                : "On these pictures, the colour makes no difference to the net.")
    }
}
