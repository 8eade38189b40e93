import Testing

@Suite struct `14 Questionnaire` {}
