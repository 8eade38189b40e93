// # Who sees a doctor?
//
// Section 3.3 · After this page you know how a model can be excellent at predicting the wrong thing.

import Figures
import Notebook
import Tensors

// Sendhil Mullainathan and Ziad Obermeyer asked a model which patients will have a stroke, from their files ("Does
// Machine Learning Automate Moral Hazard and Error?", 2017). The six entries that predicted it best: an earlier stroke,
// a disease of the heart, an accident, a benign lump in the breast, a colonoscopy, and an inflamed sinus. The first two
// make sense. Why the others?
//
// Because nobody had measured strokes. What is in the file is a *diagnosis*: somebody had symptoms, went to a doctor,
// was examined, and was told. People who see a doctor for their sinuses also see one for a stroke. So the model has
// learned, besides strokes, who uses medicine. That is *measurement bias*: the label is not what it is called.
//
// In this world both can be told apart. Each person has a true risk, which comes from an earlier stroke and from the
// heart; and an inclination to see doctors, of which accidents, lumps, colonoscopies and sinuses in the file are signs.
// `files` makes people with the true event and the measured one:

/// Files of patients: six entries each, whether they had a stroke, and whether one is in the file.
public struct PatientFiles: Sendable {
    public let entries: Tensor, strokes: [Bool], diagnoses: [Bool]
    /// Who is among those who seldom see a doctor (an inclination below 0.3), which is in no file.
    public let isSeldomThere: [Bool]
    public static let names = [
        "earlier stroke", "disease of the heart", "accident", "lump in the breast", "colonoscopy", "inflamed sinus",
    ]

    public init(_ count: Int, using random: inout SplitMix64) {
        var (rows, strokes, diagnoses, seldom) = ([[Float]](), [Bool](), [Bool](), [Bool]())
        for _ in 0..<count {
            let seesDoctors = Double.random(in: 0..<1, using: &random)
            func happens(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &random) < probability }
            let (earlier, heart) = (happens(0.2), happens(0.3))
            let signs = (0..<4).map { _ in happens(0.05 + 0.7 * seesDoctors) }
            let stroke = happens(0.05 + 0.25 * (earlier ? 1 : 0) + 0.15 * (heart ? 1 : 0))
            rows.append(([earlier, heart] + signs).map { $0 ? 1 : 0 })
            strokes.append(stroke)
            diagnoses.append(stroke && happens(0.05 + 0.9 * seesDoctors))
            seldom.append(seesDoctors < 0.3)
        }
        (entries, self.strokes, self.diagnoses, isSeldomThere) = (Tensor(rows), strokes, diagnoses, seldom)
    }
}

extension DataEthics {
    func whoSeesADoctor() {
        let count = run.size(quick: 1000, usual: 4000)
        let runs = run.overSeedsAtOnce(repeats) { random in
            let files = PatientFiles(count, using: &random), new = PatientFiles(count, using: &random)
            func model(_ labels: [Bool]) -> LogisticModel {
                LogisticModel(files.entries, Tensor(labels.map { $0 ? 1 : 0 }))
            }
            let (honest, measured) = (model(files.strokes), model(files.diagnoses))
            // Of all new strokes, how many are among the fifth of people with the highest predictions? And of the
            // strokes of people who seldom see a doctor?
            func found(_ model: LogisticModel) -> (all: Double, seldom: Double) {
                let scores = model.probabilities(new.entries)
                let chosen = scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }.prefix(count / 5)
                func share(_ counts: (Int) -> Bool) -> Double {
                    fraction(chosen.count(where: counts), of: new.strokes.indices.count(where: counts))
                }
                return (share { new.strokes[$0] }, share { new.strokes[$0] && new.isSeldomThere[$0] })
            }
            return (honest: honest.weights, measured: measured.weights, found: [found(honest), found(measured)])
        }
        var table = TextTable(["entry", "weight for strokes", "weight for diagnoses"], decimals: 2)
        for (place, name) in PatientFiles.names.enumerated() {
            table.add(name, Spread(runs.map { $0.honest[place] }), Spread(runs.map { $0.measured[place] }))
        }
        show(
            table, "What two models look at",
            predict: .choice(
                "In this world an inflamed sinus has nothing to do with strokes. What weight does it get from a model of diagnoses?",
                ["about zero", "clearly above zero", "clearly below zero"], answer: "clearly above zero"))
        let sinus = (honest: runs.map { $0.honest[5] }, measured: runs.map { $0.measured[5] })
        record("strokes/weight-of-a-sinus-true-label", over: sinus.honest)
        record("strokes/weight-of-a-sinus-measured-label", over: sinus.measured)
        show(
            "\(sinus.measured.count { $0 > 0 }) of \(repeats)",
            "runs in which the measured label gives the sinus a weight above 0")
        // Say that a fifth of all people is invited for a check, by one model or by the other. How many of the true
        // strokes are found?
        var invited = TextTable(
            ["invited by the model of", "all strokes", "of people who seldom see a doctor"], decimals: 3)
        for (place, name) in ["strokes", "diagnoses"].enumerated() {
            invited.add(name, Spread(runs.map { $0.found[place].all }), Spread(runs.map { $0.found[place].seldom }))
            record("strokes/found-by-the-model-of-\(slug(name))", over: runs.map { $0.found[place].all })
            record(
                "strokes/found-of-people-seldom-there-by-the-model-of-\(slug(name))",
                over: runs.map { $0.found[place].seldom })
        }
        show(invited, "The share of strokes that is found")
        show(
            "\(runs.count { $0.found[0].seldom > $0.found[1].seldom }) of \(repeats)",
            "runs in which the model of strokes finds more of those who seldom see a doctor")

        // If the second model decides who is invited, it invites more of those who come anyway. Those who cannot
        // pay a doctor, live far from one, or do not trust them, have strokes that are in no file, and are passed over
        // because of that. More files of the same kind would make the weights more certain, and not more right. What
        // helps is to ask what a column really is, and who is in it: examine a random sample of all people, or predict
        // something that is measured for everybody.
        //
        // A program that chose patients for special care did it with costs: those who will cost most need most, it
        // assumed. Less was spent on Black patients who were as ill, so they were chosen less often (Z. Obermeyer and
        // others, 2019).
    }
}
