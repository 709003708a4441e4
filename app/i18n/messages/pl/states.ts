export const plStates = {
  'state.open': 'czeka na stanowisko',
  'state.accepted': 'uwzględniona',
  'state.accepted-in-part': 'uwzględniona częściowo',
  'state.already-in-text': 'już w tekście',
  'state.not-accepted': 'nieuwzględniona',
  'state.out-of-scope': 'poza zakresem konsultacji',
  'state.answered': 'wyjaśniona',
  'state.withdrawn': 'wycofana',
};
