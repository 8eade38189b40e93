// # What a fine changes
//
// Section 3.5 · After this page you know why individuals cannot solve this alone, and what laws are for.

import Figures
import Notebook

// From 2013 on, people warned Facebook that its site was used to stir up hatred against the Rohingya in Myanmar. One of
// them compared it in 2015 with the radio in Rwanda, before a million people were killed there. At the end of that
// year, four people who worked on the site's content spoke Burmese. In 2018 its head promised to hire "dozens"; by then
// at least 288 villages had been destroyed. In Germany, the same company hired 1,200 people within short time, when a
// law threatened fines of up to 50 million euros (the NetzDG, in force since 2018).
//
// The employees were not better people in one case than in the other. What was different was what it cost to do
// nothing. `cheapest` is the number of people that somebody hires who looks at costs alone; `incidents` are those that
// are left:

/// Incidents a year that are left when so many people look for them.
public func incidents(_ people: Int) -> Double { 200 / (1 + Double(people) / 100) }

/// How many people are hired, by costs alone: each costs a salary, and each incident that is left the fine.
public func cheapest(salary: Double, fine: Double) -> Int {
    stride(from: 0, through: 5000, by: 10).min {
        Double($0) * salary + incidents($0) * fine < Double($1) * salary + incidents($1) * fine
    }!
}

extension DataEthics {
    func whatAFineChanges() {
        let fines: [Double] = [0, 10_000, 50_000, 250_000, 1_000_000, 5_000_000]
        var table = TextTable(["fine for an incident", "people hired", "incidents that are left"], decimals: 0)
        for fine in fines {
            let people = cheapest(salary: 60_000, fine: fine)
            table.add(Int(fine), people, incidents(people))
        }
        show(
            table, "What a company does that only counts money (an invented one)",
            predict: .count(
                "The fine is 10,000, a salary 60,000, and a hundred people would halve 200 incidents. How many are hired?",
                0))
        record("fines/people-hired-without-a-fine", cheapest(salary: 60_000, fine: 0))
        record("fines/people-hired-for-a-fine-of-five-million", cheapest(salary: 60_000, fine: 5_000_000))
        // Below a certain size, a fine changes nothing at all: it is a price, and is paid. Harm to others that does not
        // appear in anybody's accounts is what economists call an external cost. Maciej Cegłowski has compared data
        // with the environment. Smog, rivers that caught fire, lead in petrol, which has been linked to more crime for
        // half a century: no single buyer could do anything about it, and no decent company alone. Laws did. Clean air
        // is something that people have together or not at all, and so is trust in what one reads.
    }

    func whoseBodies() {
        // Nor are laws enough. They come late, and they cannot name each case. The history of the car has both. Makers
        // said that accidents are the fault of drivers; steering columns pierced people, and dashboards cut them. It
        // took people like Ralph Nader, on whom General Motors set detectives, decades to get seat belts and glass that
        // does not splinter. And what was measured was what was mended. Until 2011, crashes were tested with dummies of
        // the size of an average man. In crashes that were equally bad, women were 40 % more likely to be hurt (so the
        // book, in its section on cars):
        let (men, more) = (10, 40)
        show(
            men * (100 + more) / 100, "women of a hundred are hurt, where \(men) men are",
            predict: .count(
                "In crashes of a kind, 10 men of a hundred are hurt, and women are 40 % more likely to be. How many of a hundred?",
                14))
        // A test set of one kind of body: that is evaluation bias, long before anybody trained a net. (So what you test
        // on decides what you build.)
    }
}
